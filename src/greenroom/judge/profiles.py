"""What each profile offers: the distributions it may read, the modules its zygote loads, and what it warms up."""

from __future__ import annotations

import importlib.metadata
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from greenroom.judge.session import Profile

_STANDARD = [
    "abc",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "base64",
    "bisect",
    "calendar",
    "cmath",
    "collections",
    "collections.abc",
    "colorsys",
    "concurrent.futures",
    "contextlib",
    "copy",
    "csv",
    "ctypes",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "doctest",
    "enum",
    "fractions",
    "functools",
    "gc",
    "graphlib",
    "hashlib",
    "heapq",
    "hmac",
    "html",
    "inspect",
    "io",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "locale",
    "logging",
    "math",
    "numbers",
    "operator",
    "os",
    "os.path",
    "pathlib",
    "pickle",
    "platform",
    "pprint",
    "queue",
    "random",
    "re",
    "secrets",
    "selectors",
    "shlex",
    "signal",
    "statistics",
    "string",
    "struct",
    "sys",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "traceback",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "urllib.parse",
    "uuid",
    "warnings",
    "weakref",
    "zlib",
    "zoneinfo",
]


@dataclass(frozen=True, slots=True)
class ProfileSpec:
    """`distributions` come with all they require. `warm` runs once in the zygote, so that no child pays for a first use.
    `parked` children wait at any time; `needs` says what to install when a distribution is missing."""

    distributions: tuple[str, ...]
    imports: tuple[str, ...]
    warm: str = ""
    parked: int = 2
    needs: str = ""


_NUMPY = (
    "numpy",
    "numpy.linalg",
    "numpy.random",
    "numpy.fft",
    "numpy.polynomial",
    "numpy.testing",
    "numpy.lib.stride_tricks",
)
_NUMPY_WARM = (
    "import numpy as n; g = n.random.default_rng(0); a = g.normal(size=(8, 8)); a @ a; n.linalg.svd(a); n.linalg.solve(a, a)"
    "; n.einsum('ij,jk->ik', a, a); n.sort(a); n.exp(a).sum(); repr(a); n.fft.fft(a)"
)
_SCIENCE = [
    "pandas",
    "scipy",
    "scipy.linalg",
    "scipy.stats",
    "scipy.optimize",
    "scipy.sparse",
    "scipy.special",
    "scipy.signal",
    "scipy.spatial",
    "scipy.integrate",
    "scipy.interpolate",
    "scipy.ndimage",
    "scipy.cluster.hierarchy",
    "sklearn",
    "sklearn.linear_model",
    "sklearn.cluster",
    "sklearn.ensemble",
    "sklearn.tree",
    "sklearn.svm",
    "sklearn.neighbors",
    "sklearn.decomposition",
    "sklearn.preprocessing",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.pipeline",
    "sklearn.naive_bayes",
    "sklearn.datasets",
    "sklearn.impute",
    "sklearn.compose",
    "sklearn.feature_extraction.text",
    "sklearn.mixture",
    "sqlite3",
]
_SCIENCE_WARM = _NUMPY_WARM + (  # noqa: S608  # a fixed text
    "; import pandas as p, sqlite3, sklearn.linear_model as l, sklearn.cluster as c, sklearn.tree as t"
    "; y = (a[:, 0] > 0).astype(int); y[:2] = 0, 1; l.LinearRegression().fit(a, y).predict(a); l.LogisticRegression().fit(a, y)"
    "; c.KMeans(2, n_init=1).fit(a); t.DecisionTreeClassifier().fit(a, y)"
    "; d = p.DataFrame({'a': y, 'b': a[:, 1]}); d.groupby('a').b.mean(); d.merge(d, on='a'); repr(d)"
    "; s = sqlite3.connect(':memory:'); s.execute('create table t(x)'); s.execute('select count(*) from t').fetchall(); s.close()"
)
_TORCH_WARM = _NUMPY_WARM + (
    "; import torch as h; h.set_num_threads(1); w = h.ones(8, 8, requires_grad=True); (w @ w).sum().backward()"
    "; m = h.nn.Linear(8, 2); h.nn.functional.cross_entropy(m(w), h.zeros(8, dtype=h.long)).backward()"
    "; h.optim.Adam(m.parameters()).step(); repr(w)"
)

PROFILES: dict[Profile, ProfileSpec] = {
    "py": ProfileSpec(("sortedcontainers",), (*_STANDARD, "sortedcontainers")),
    "np": ProfileSpec(("sortedcontainers", "numpy"), (*_STANDARD, "sortedcontainers", *_NUMPY), _NUMPY_WARM),
    "sci": ProfileSpec(
        ("sortedcontainers", "numpy", "pandas", "scipy", "scikit-learn"),
        (*_STANDARD, "sortedcontainers", *_NUMPY, *_SCIENCE),
        _SCIENCE_WARM,
    ),
    "torch": ProfileSpec(
        ("sortedcontainers", "numpy", "torch"),
        (
            *_STANDARD,
            "sortedcontainers",
            *_NUMPY,
            "torch",
            "torch.nn",
            "torch.nn.functional",
            "torch.optim",
            "torch.utils.data",
        ),
        _TORCH_WARM,
        needs="install PyTorch for these items: pip install 'greenroom[torch]'",
    ),
}


@cache
def missing(profile: Profile) -> str:
    """ "" when every distribution of the profile is installed, else what to install. Found once: every submission asks."""
    spec = PROFILES[profile]
    absent = [name for name in spec.distributions if not _installed(name)]
    if not absent:
        return ""
    return spec.needs or f"the profile {profile} needs {', '.join(absent)}: pip install {' '.join(absent)}"


def _installed(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _closure(names: tuple[str, ...]) -> list[importlib.metadata.Distribution]:
    found: dict[str, importlib.metadata.Distribution] = {}
    queue = list(names)
    while queue:
        name = re.sub(r"[-_.]+", "-", queue.pop()).lower()
        if name in found or not _installed(name):
            continue
        found[name] = importlib.metadata.distribution(name)
        for line in found[name].requires or []:
            requirement, _, marker = line.partition(";")
            if "extra" not in marker and (match := re.match(r"[A-Za-z0-9._-]+", requirement)):
                queue.append(match[0])
    return list(found.values())


@cache
def site_entries(profile: Profile) -> tuple[Path, ...]:
    """The top-level files and folders of site-packages that the profile's distributions own, and no others."""
    entries: set[Path] = set()
    for distribution in _closure(PROFILES[profile].distributions):
        tops = {file.parts[0] for file in distribution.files or []}
        entries |= {Path(str(distribution.locate_file(top))) for top in tops if _importable(top)}
    return tuple(sorted(path.resolve() for path in entries if path.exists()))


def _importable(top: str) -> bool:
    return top not in ("..", "/", "__pycache__") and not top.endswith((".dist-info", ".egg-info", ".pth"))
