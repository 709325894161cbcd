def schedule(
    steps: list[int], peak: float, floor: float, warmup: int, first: int, growth: int, decay: float, cycles: int
) -> list[float]:
    """The learning rate at each of the given steps (0-based, in any order, maybe repeated).

    warmup steps rise linearly to peak; then come `cycles` cosine cycles of first, first * growth, ... steps, whose
    peaks shrink by `decay` a cycle and never fall below floor; afterwards the rate is floor.
    """
    raise NotImplementedError
