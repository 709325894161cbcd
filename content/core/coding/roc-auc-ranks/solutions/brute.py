"""Every positive against every negative."""


def roc_auc(labels, scores, weights):
    rivals, burden = scores[labels == 0], weights[labels == 0]
    won = total = 0.0
    for score, weight in zip(scores[labels == 1], weights[labels == 1], strict=True):
        won += weight * (burden[rivals < score].sum() + 0.5 * burden[rivals == score].sum())
        total += weight * burden.sum()
    return won / total if total else float("nan")
