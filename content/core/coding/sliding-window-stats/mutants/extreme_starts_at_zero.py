"""Wrong on purpose: see `mutants.extreme-starts-at-zero` in item.toml."""

EMPTY = (0.0, 0.0, 0.0)


def joined(a, b):
    return a[0] + b[0], max(a[1], b[1]), min(a[2], b[2])


class SlidingStats:
    def __init__(self, span: float):
        self.span = span
        self.young, self.newest = [], EMPTY
        self.old = []

    def push(self, t: float, x: float):
        self.young.append((t, x))
        self.newest = joined(self.newest, (x, x, x))
        return self.peek(t)

    def peek(self, t: float):
        while self.old and self.old[-1][0] <= t - self.span:
            self.old.pop()
        if not self.old:
            self.turn(t)
        count = len(self.young) + len(self.old)
        if not count:
            return (0, None, None, None)
        total, high, low = joined(self.newest, self.old[-1][1])
        return (count, total / count, high, low)

    def turn(self, t: float):
        below = EMPTY
        for when, x in reversed(self.young):
            if when > t - self.span:
                below = joined(below, (x, x, x))
                self.old.append((when, below))
        self.young, self.newest = [], EMPTY

    def feed(self, events: list[tuple[float, float]]):
        return [self.push(t, x) for t, x in events]
