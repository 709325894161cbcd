"""Checks of the claims about agents and tools."""

import json

import numpy as np

TOOLS = {"add": ({"a": int, "b": int}, lambda a, b: a + b)}


def _host(text):
    """What the program around a model does with the text of a call."""
    try:
        call = json.loads(text)
        kinds, run = TOOLS[call["name"]]
        given = call["arguments"]
        assert given.keys() == kinds.keys() and all(type(given[k]) is kinds[k] for k in kinds)
    except (ValueError, KeyError, TypeError, AttributeError, AssertionError) as wrong:
        return f"error: {type(wrong).__name__}"
    return str(run(**given))


def the_program_checks_and_runs_the_call():
    assert _host('{"name": "add", "arguments": {"a": 2, "b": 3}}') == "5"
    wrong = ["2 + 3", '{"name": "delete", "arguments": {}}', '{"name": "add", "arguments": {"a": 2}}', '{"name": "add", "arguments": {"a": 2, "b": "3"}}']
    assert all(_host(text).startswith("error") for text in wrong)


def errors_compound():
    """Exact and by chance; with one repair of a noticed error a step, the chain holds far better."""
    assert abs(0.95**20 - 0.3585) < 1e-4
    rng = np.random.default_rng(0)
    steps = rng.random((20000, 20)) < 0.95
    assert abs(steps.all(1).mean() - 0.95**20) < 0.02
    repaired = steps | (rng.random(steps.shape) < 0.95)
    assert repaired.all(1).mean() > 0.9


def history_is_read_again_at_every_step():
    """Without a cache the tokens that are read grow with the square of the steps; calls of a workflow stay apart."""
    start, step = 1000, 500

    def agent(n):
        return sum(start + step * i for i in range(n))

    def workflow(n):
        return n * (start + step)

    assert agent(20) == 20 * start + step * 190 == 115_000
    assert workflow(20) == 30_000 and agent(40) / agent(20) > 3 and workflow(40) == 2 * workflow(20)
