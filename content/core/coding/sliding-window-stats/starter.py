class SlidingStats:
    """Statistics of the values whose age is less than `span` seconds.

    A summary is a tuple (count, mean, largest, smallest); for an empty window (0, None, None, None).
    """

    def __init__(self, span: float):
        raise NotImplementedError

    def push(self, t: float, x: float):
        """Add value x at time t (never before an earlier time). Returns the summary at time t."""
        raise NotImplementedError

    def peek(self, t: float):
        """The summary at time t (never before an earlier time)."""
        raise NotImplementedError

    def feed(self, events: list[tuple[float, float]]):
        """Push all (t, x) pairs in order; returns the list of summaries."""
        raise NotImplementedError
