def prf(truth: list[str], guess: list[str], labels: list[str]) -> dict:
    """Precision, recall and F1 of the given labels; all other labels are background.

    Returns {"per_label": [(precision, recall, f1, support), ...] in the order of labels,
             "macro": (precision, recall, f1), "micro": (precision, recall, f1), "weighted_f1": float}.
    """
    raise NotImplementedError
