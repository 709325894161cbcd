"""The formula checker never evaluates what a person typed, never accepts a wrong formula, and says what it could not read."""

from __future__ import annotations

import pytest
from bench.formula_pairs import DOMAIN, pair
from hypothesis import given
from hypothesis import strategies as st

from greenroom.grading.formula import FormulaError, check_formula, parse, show

REALS = {"x": (-3.0, 3.0), "p": (0.01, 0.99), "a": (0.1, 5.0), "b": (0.1, 5.0)}

EQUAL = [
    ("(x+1)^2", "x^2 + 2x + 1"),
    ("2ab", "b*a + a b"),
    ("-log(p) - log(1-p)", "-ln(p(1-p))"),
    ("sqrt(x^2)", "|x|"),
    ("sin(x)^2 + cos(x)^2", "1"),
    ("1/(1+exp(-x))", "sigmoid(x)"),
    (r"\frac{a}{b} \cdot \sqrt{b^2}", "a"),
    ("sqrt(-1)^2", "-1"),
    ("log(x^2+1, 2)", "ln(x^2+1)/ln(2)"),
    ("log2(a)", "log(a, 2)"),
    ("log10(100a)", "2 + ln(a)/ln(10)"),
    (r"\log_2(a) + \log_{10}(b)", "log(a)/log(2) + log(b, 10)"),
    ("(e^x − e^-x)/(e^x + e^-x)", "tanh(x)"),
    ("0.1 + 0.2", "0.3"),
    ("-2^2", "-4"),
    ("2^3^2", "512"),
]
DIFFERENT = [
    ("x + 1e-15", "x"),
    ("e^(49/2) + 0.01", "e^(49/2)"),
    ("exp(x) + 1e-20", "exp(x)"),
    ("log(a*b)", "log(a)*log(b)"),
    ("sqrt(a+b)", "sqrt(a)+sqrt(b)"),
    ("x", "|x|"),
]
HOSTILE = [
    "__import__('os').system('true')",
    "9**9**9**9",
    "(" * 5000,
    "x" * 100_000,
    "1e999999999",
    "((((x))))" * 60,
    "x.__class__",
    "exp(exp(exp(exp(9))))",
    "lambda: 0",
    "1/0",
    "sin(10^9^9)",
    "\x00",
    "x^" * 250 + "x",
    "|" * 300,
    "²³",
]


@pytest.mark.parametrize(("typed", "expected"), EQUAL)
def test_it_accepts_equal_forms(typed: str, expected: str) -> None:
    assert check_formula(typed, expected, REALS).verdict == "equal"


@pytest.mark.parametrize(("typed", "expected"), DIFFERENT)
def test_it_rejects_different_functions(typed: str, expected: str) -> None:
    assert check_formula(typed, expected, REALS).verdict == "different"


IDENTITIES = [
    ("1 - tanh(x)^2", "1/cosh(x)^2"),
    ("1 - sigmoid(x)", "sigmoid(-x)"),
    ("cosh(x)^2 - sinh(x)^2", "1"),
    ("cosh(x) - sinh(x)", "exp(-x)"),
    ("log(1 + exp(x)) - x", "log(1 + exp(-x))"),
    ("exp(x)*(sin(x)^2 + cos(x)^2 - 1)", "0"),
]


@pytest.mark.parametrize(("typed", "expected"), IDENTITIES)
@pytest.mark.parametrize("most", [30.0, 60.0, 150.0, 400.0])
def test_cancellation_does_not_refute_an_identity(typed: str, expected: str, most: float) -> None:
    assert check_formula(typed, expected, {"x": (0.5, most)}).verdict == "equal"


@pytest.mark.parametrize(("typed", "expected"), IDENTITIES)
def test_what_no_digits_can_tell_is_left_open(typed: str, expected: str) -> None:
    assert check_formula(typed, expected, {"x": (500.0, 5000.0)}).verdict in {"equal", "unsure"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1 - tanh(x)^2", "2/cosh(x)^2"),
        ("exp(-x)", "2exp(-x)"),
        ("cosh(x) - sinh(x)", "2exp(-x)"),
        ("1 - sigmoid(x)", "sigmoid(-2x)"),
        ("1/cosh(x)", "0"),
    ],
)
@pytest.mark.parametrize("least", [0.5, 100.0, 1000.0])
def test_tiny_values_that_differ_are_not_taken_for_zero(typed: str, expected: str, least: float) -> None:
    assert check_formula(typed, expected, {"x": (least, least + 500)}).verdict in {"different", "unsure"}


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_input_is_never_right(typed: str) -> None:
    assert check_formula(typed, "x + 1", REALS).verdict in {"invalid", "unsure", "different"}


def test_an_unreadable_formula_is_invalid_and_points_at_the_place() -> None:
    found = check_formula("x + * 2", "x", REALS)
    assert (found.verdict, found.position) == ("invalid", 4)


def test_an_unknown_name_lists_the_known_ones() -> None:
    assert "a, b, p, x" in check_formula("q + 1", "x", REALS).message


def test_generated_pairs_are_judged_right() -> None:
    wrong = []
    for seed in range(1500):
        a, b, equal = pair(seed)
        verdict = check_formula(b, a, DOMAIN).verdict if max(len(a), len(b)) <= 600 else "unsure"
        if equal is not None and verdict == ("different" if equal else "equal"):
            wrong.append((seed, a, b, verdict))
    assert wrong == []


@given(st.integers(0, 10**6))
def test_the_echo_parses_back_to_the_same_formula(seed: int) -> None:
    text = pair(seed)[0]
    assert show(parse(show(parse(text)))) == show(parse(text))


@given(st.text(max_size=80))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        tree = parse(text)
    except FormulaError as error:
        place = error.position
    else:
        place = len(show(tree))
    assert 0 <= place <= 4 * len(text) + 40
