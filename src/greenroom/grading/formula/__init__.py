"""Typed formulas: parsed by an own evaluation-free parser, compared by identity and by sampling."""

from .check import FormulaVerdict, check_formula, compare
from .parse import FormulaError, parse
from .tree import show, variables

__all__ = ["FormulaError", "FormulaVerdict", "check_formula", "compare", "parse", "show", "variables"]
