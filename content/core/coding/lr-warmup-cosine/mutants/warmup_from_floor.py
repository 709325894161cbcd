"""Wrong on purpose: see `mutants.warmup-from-floor` in item.toml."""

from math import cos, pi


def schedule(
    steps: list[int], peak: float, floor: float, warmup: int, first: int, growth: int, decay: float, cycles: int
) -> list[float]:
    def rate(step: int) -> float:
        if step < warmup:
            return floor + (peak - floor) * (step + 1) / warmup
        place, length = step - warmup, first
        for cycle in range(cycles):
            if place < length:
                height = max(peak * decay**cycle, floor) - floor
                return floor + height * (1 + cos(pi * place / length)) / 2
            place, length = place - length, length * growth
        return floor

    return [rate(step) for step in steps]
