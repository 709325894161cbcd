"""Right, but one interpreted comparison a pair."""

import math


def roc_auc(labels, scores, weights):
    won = total = 0.0
    rows = list(zip(labels.tolist(), scores.tolist(), weights.tolist(), strict=True))
    negatives = [(score, weight) for label, score, weight in rows if label == 0]
    for label, score, weight in rows:
        if label == 1:
            for rival, burden in negatives:
                total += weight * burden
                if score > rival:
                    won += weight * burden
                elif score == rival:
                    won += weight * burden / 2
    return won / total if total else math.nan
