"""Python integers, one output at a time."""

import numpy as np


def quantise(row):
    scale = max(abs(value) for value in row) / 127 or 1.0
    return [round(value / scale) for value in row], scale


def int8_linear(x, weight, bias):
    channels = [quantise(row) for row in weight.tolist()]
    y, bound = [], []
    for row in x.tolist():
        ints, step = quantise(row)
        outputs, errors = [], []
        for (w_ints, w_step), w_row, shift in zip(channels, weight.tolist(), bias.tolist(), strict=True):
            outputs.append(sum(a * b for a, b in zip(ints, w_ints, strict=True)) * step * w_step + shift)
            pairs = zip(row, w_row, strict=True)
            errors.append(sum(abs(a) * w_step / 2 + abs(b) * step / 2 + step * w_step / 4 for a, b in pairs))
        y.append(outputs)
        bound.append(errors)
    w_ints, w_steps = zip(*channels, strict=True)
    return np.array(y), np.array(w_ints), np.array(w_steps), np.array(bound)
