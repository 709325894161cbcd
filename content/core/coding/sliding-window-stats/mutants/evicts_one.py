"""Wrong on purpose: see `mutants.evicts-one` in item.toml."""

from collections import deque
from fractions import Fraction


class SlidingStats:
    def __init__(self, span: float):
        self.span = span
        self.window = deque()
        self.highs, self.lows = deque(), deque()
        self.total = Fraction(0)

    def push(self, t: float, x: float):
        self.window.append((t, x))
        self.total += Fraction(x)
        while self.highs and self.highs[-1][1] <= x:
            self.highs.pop()
        self.highs.append((t, x))
        while self.lows and self.lows[-1][1] >= x:
            self.lows.pop()
        self.lows.append((t, x))
        return self.peek(t)

    def peek(self, t: float):
        while self.window and self.window[0][0] <= t - self.span:
            self.total -= Fraction(self.window.popleft()[1])
        for side in (self.highs, self.lows):
            if side and side[0][0] <= t - self.span:
                side.popleft()
        if not self.window:
            return (0, None, None, None)
        return (len(self.window), float(self.total / len(self.window)), self.highs[0][1], self.lows[0][1])

    def feed(self, events: list[tuple[float, float]]):
        return [self.push(t, x) for t, x in events]
