"""Proofs of the kinds that need no comparator: theory, param and method. They run in the judge through `Runner`."""

from .method import MethodProver
from .param import ParamProver
from .theory import TheoryProver

__all__ = ["MethodProver", "ParamProver", "TheoryProver"]
