"""Write the whole curve out, step by step, and look the asked steps up."""

import math


def schedule(
    steps: list[int], peak: float, floor: float, warmup: int, first: int, growth: int, decay: float, cycles: int
) -> list[float]:
    curve = [peak * step / warmup for step in range(1, warmup + 1)]
    top, length = peak, first
    for _ in range(cycles):
        for place in range(length):
            share = 0.5 + 0.5 * math.cos(math.pi * place / length)
            curve.append(max(top, floor) * share + floor * (1 - share))
        top *= decay
        length *= growth
    return [curve[step] if step < len(curve) else floor for step in steps]
