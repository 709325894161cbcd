import random

OUTER = {
    "log": ("log({u})", "1/({u})"),
    "exp": ("exp({u})", "exp({u})"),
    "sqrt": ("sqrt({u})", "1/(2*sqrt({u}))"),
    "tanh": ("tanh({u})", "(1-tanh({u})^2)"),
    "sigmoid": ("sigmoid({u})", "sigmoid({u})*(1-sigmoid({u}))"),
    "square": ("({u})^2", "2*({u})"),
}
TEX = {"log": "\\ln\\big({u}\\big)", "exp": "e^{{{u}}}", "sqrt": "\\sqrt{{{u}}}", "tanh": "\\tanh\\big({u}\\big)", "sigmoid": "\\sigma\\big({u}\\big)", "square": "\\big({u}\\big)^2"}


def make(rng: random.Random) -> dict:
    outer = rng.choice(list(OUTER))
    flat = outer in ("tanh", "sigmoid")  # keep these away from where they are constant to many digits
    return {"outer": outer, "a": rng.randrange(2, 4 if flat else 7), "n": rng.choice([2, 3]), "b": rng.randrange(1, 4 if flat else 9)}


def _inside(p: dict) -> tuple[str, str]:
    return f"{p['a']}*x^{p['n']}+{p['b']}", f"{p['a'] * p['n']}*x^{p['n'] - 1}"


def show(p: dict) -> dict:
    return {"function": TEX[p["outer"]].format(u=f"{p['a']}x^{p['n']} + {p['b']}")}


def answer(p: dict) -> str:
    inside, slope = _inside(p)
    return f"{OUTER[p['outer']][1].format(u=inside)}*{slope}"


def answer_other(p: dict) -> str:
    """The same with the factors swapped: equality of the two is for the checker."""
    inside, slope = _inside(p)
    return f"{slope}*{OUTER[p['outer']][1].format(u=inside)}"


SLIPS = {
    "outer-only": lambda p: OUTER[p["outer"]][1].format(u=_inside(p)[0]),
    "inner-only": lambda p: _inside(p)[1],
}
