"""Wrong on purpose: see `mutants.macro-f1-of-means` in item.toml."""


def divide(part, whole):
    return part / whole if whole > 0 else 0.0


def harmonic(precision, recall):
    return divide(2 * precision * recall, precision + recall)


def prf(truth, guess, labels):
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
        "macro": (
            sum(row[0] for row in rows) / len(rows),
            sum(row[1] for row in rows) / len(rows),
            harmonic(sum(row[0] for row in rows) / len(rows), sum(row[1] for row in rows) / len(rows)),
        ),
        "micro": (precision, recall, harmonic(precision, recall)),
        "weighted_f1": divide(sum(row[2] * row[3] for row in rows), sum(row[3] for row in rows)),
    }
