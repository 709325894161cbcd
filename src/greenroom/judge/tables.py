"""pandas objects as their columns and back. Used where pandas is already loaded: this module never imports it."""

from __future__ import annotations

import sys
from typing import Any

from greenroom.judge.session import Frame


def _column(series: Any) -> Any:
    """A pandas column as an array where its dtype is plain, else as a list with None for what is missing."""
    numpy = sys.modules["numpy"]
    if isinstance(series.dtype, numpy.dtype) and series.dtype.kind in "biufcmM":
        return series.to_numpy()
    return [None if missing else item for item, missing in zip(series.tolist(), series.isna().tolist(), strict=True)]


def _index(index: Any) -> Any:
    pandas = sys.modules["pandas"]
    if type(index) is pandas.RangeIndex and index.start == 0 and index.step == 1:
        return None
    return _column(index.to_series())


def from_frame(value: Any) -> Frame:
    """A DataFrame's columns."""
    columns = tuple(_column(value.iloc[:, i]) for i in range(value.shape[1]))
    return Frame("DataFrame", tuple(value.columns.tolist()), columns, _index(value.index))


def from_series(value: Any) -> Frame:
    """A Series as one column."""
    return Frame("Series", (value.name,), (_column(value),), _index(value.index))


def to_pandas(frame: Frame) -> Any:
    """The DataFrame or Series again."""
    pandas = sys.modules["pandas"]
    if frame.kind == "Series":
        return pandas.Series(frame.columns[0], index=frame.index, name=frame.names[0])
    out = pandas.DataFrame(dict(enumerate(frame.columns)), index=frame.index)
    out.columns = pandas.Index(list(frame.names)) if frame.names else out.columns
    return out
