def beam_search(
    scores: list[list[float]], start: int, end: int, width: int, max_len: int, alpha: float
) -> list[tuple[list[int], float]]:
    """Decode from a bigram model: scores[a][b] is the log-score of token b after token a (-inf: forbidden).

    Keeps `width` candidates a round, stops a hypothesis at `end`, ranks results by total / length**alpha.
    Returns at most `width` pairs (tokens without start, normalised score), best first.
    """
    raise NotImplementedError
