"""Wrong on purpose: see `mutants.divides-by-span` in item.toml."""

from math import fsum


class SlidingStats:
    def __init__(self, span: float):
        self.span = span
        self.events = []

    def push(self, t: float, x: float):
        self.events.append((t, x))
        return self.peek(t)

    def peek(self, t: float):
        self.events = [(when, x) for when, x in self.events if t - when < self.span]
        values = [x for _, x in self.events]
        if not values:
            return (0, None, None, None)
        return (len(values), fsum(values) / self.span, max(values), min(values))

    def feed(self, events: list[tuple[float, float]]):
        return [self.push(t, x) for t, x in events]
