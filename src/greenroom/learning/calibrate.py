"""Fit the memory model to one person's reviews: two numbers, so that a few dozen reviews already say something.

FSRS' shipped parameters are an average over thousands of people. The forgetting curve's scale and decay are refitted by maximum a
posteriori on a grid: no iteration that may diverge, and the prior holds while there is little evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .memory import Floats, Fsrs, Mask

SCALES = np.exp(np.linspace(-2.5, 2.5, 41))
DECAYS = np.exp(np.linspace(np.log(0.05), np.log(1.5), 25))
PRIOR_SCALE = 0.7
"""Standard deviation of log scale among people."""
PRIOR_DECAY = 0.7
"""Standard deviation of log decay among people."""
MOST = 2000
"""Only the latest reviews count, so that the fit follows the person."""


@dataclass(frozen=True, slots=True)
class Reviews:
    """Reviews a day or more after the last: the stability before (days, unscaled), days elapsed, and whether it was recalled."""

    stability: Floats
    elapsed: Floats
    right: Mask


def calibrate(model: Fsrs, reviews: Reviews) -> Fsrs:
    """The model with this person's forgetting curve; the model itself when there are no reviews."""
    if not len(reviews.right):
        return model
    ratio = (reviews.elapsed / reviews.stability)[-MOST:]
    right = reviews.right[-MOST:]
    score = np.empty((len(SCALES), len(DECAYS)))
    for column, decay in enumerate(DECAYS):
        factor = 0.9 ** (-1 / decay) - 1
        recall = (1 + factor * ratio[None, :] / SCALES[:, None]) ** -decay
        recall = np.clip(recall, 0.01, 0.99)
        score[:, column] = np.where(right, np.log(recall), np.log1p(-recall)).sum(axis=1)
    score -= (np.log(SCALES)[:, None] / PRIOR_SCALE) ** 2 / 2
    score -= (np.log(DECAYS / model.w[20])[None, :] / PRIOR_DECAY) ** 2 / 2
    row, column = np.unravel_index(int(score.argmax()), score.shape)
    w = model.w.copy()
    w[20] = DECAYS[column]
    return replace(model, w=w, scale=float(SCALES[row]))
