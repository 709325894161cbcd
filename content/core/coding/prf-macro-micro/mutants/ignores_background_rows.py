"""Wrong on purpose: see `mutants.ignores-background-rows` in item.toml."""


def divide(part, whole):
    return part / whole if whole > 0 else 0.0


def harmonic(precision, recall):
    return divide(2 * precision * recall, precision + recall)


def prf(truth, guess, labels):
    kept = [(a, b) for a, b in zip(truth, guess, strict=True) if a in labels]
    truth, guess = [a for a, _ in kept], [b for _, b in kept]
    rows, all_tp, all_fp, all_fn = [], 0, 0, 0
    for label in labels:
        tp = fp = fn = 0
        for actual, said in zip(truth, guess, strict=True):
            tp += actual == label and said == label
            fp += actual != label and said == label
            fn += actual == label and said != label
        precision, recall = divide(tp, tp + fp), divide(tp, tp + fn)
        rows.append((precision, recall, harmonic(precision, recall), tp + fn))
        all_tp, all_fp, all_fn = all_tp + tp, all_fp + fp, all_fn + fn
    precision, recall = divide(all_tp, all_tp + all_fp), divide(all_tp, all_tp + all_fn)
    return {
        "per_label": rows,
        "macro": tuple(sum(row[i] for row in rows) / len(rows) for i in range(3)),
        "micro": (precision, recall, harmonic(precision, recall)),
        "weighted_f1": divide(sum(row[2] * row[3] for row in rows), sum(row[3] for row in rows)),
    }
