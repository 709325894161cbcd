"""A small Pratt parser for what people type as a formula: plain ASCII maths with a little LaTeX. Nothing is evaluated.

Grammar: `+ - * / ^` (also `**`), implicit multiplication (`2x`, `a b`, `2(x+1)`), calls of `FUNCTIONS`, `|x|`, decimals and
scientific notation as exact rationals, `log2(x)` and `log10(x)` as `log(x, 2)` and `log(x, 10)`. `^` binds tighter than unary
minus and associates to the right. From LaTeX: `\\frac{a}{b}`, `\\sqrt{a}`, `\\cdot`, `\\times`, `\\log_2`, `\\left`, `\\right`,
braces as brackets, Greek names.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from greenroom.content.said import Said, SaidError, sentence

from .tree import CONSTANTS, FUNCTIONS, Apply, Binary, Negate, Node, Number, Operator, Symbol

MAX_CHARS = 600
MAX_DEPTH = 60
MAX_NODES = 400
MAX_EXPONENT = 400
"""Of scientific notation: 1e401 is refused, so no number is longer than its text deserves."""

ALIASES = {"ln": "log", "arctan": "atan", "arcsin": "asin", "arccos": "acos", "sgn": "sign", "σ": "sigmoid"}
BASES = {"log2": 2, "log10": 10, "log_2": 2, "log_10": 10}
SPELLINGS = str.maketrans(
    {"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", "π": " pi ", "（": "(", "）": ")", "，": ","}
)
LATEX_DROPPED = re.compile(r"\\(?:left|right|,|;|!|quad\b)")
LATEX_TIMES = re.compile(r"\\(?:cdot|times)(?![A-Za-z])")

TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+(?![A-Za-z_\d]))?)"
    r"|(?P<name>\\?[A-Za-z\u0370-\u03ff][A-Za-z\u0370-\u03ff0-9]*(?:_(?:[A-Za-z0-9]+|\{[A-Za-z0-9]+\}))?'*)"
    r"|(?P<op>\*\*|[-+*/^(){}\[\],|]))"
)
CLOSERS = {"(": ")", "{": "}", "[": "]"}


class FormulaError(SaidError):
    """The text is not a formula. `position` is the offending character's index, for a caret under the input."""

    def __init__(self, said: Said, position: int) -> None:
        super().__init__(said)
        self.position = position


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    at: int


def parse(text: str, known: Collection[str] = ()) -> Node:
    """Parse `text`. When `known` is given, other variables are refused and run-together names (`xy`) are split into known ones.

    Raises FormulaError with the position of the first thing that could not be read.
    """
    if len(text) > MAX_CHARS:
        raise FormulaError(sentence("It is longer than {most} characters.", most=MAX_CHARS), MAX_CHARS)
    return _Parser(_tokens(text), frozenset(known)).whole()


def _tokens(text: str) -> list[Token]:
    text = LATEX_TIMES.sub(lambda m: "*".ljust(len(m[0])), text.translate(SPELLINGS))
    text = LATEX_DROPPED.sub(lambda m: " " * len(m[0]), text)
    tokens, at, end = [], 0, len(text.rstrip())
    while at < end:
        match = TOKEN.match(text, at)
        if match is None:
            at += len(text[at:]) - len(text[at:].lstrip())
            raise FormulaError(sentence("{found} cannot be read.", found=repr(text[at])), at)
        kind = match.lastgroup or ""
        tokens.append(Token(kind, match[kind].removeprefix("\\").replace("**", "^"), match.start(kind)))
        at = match.end()
    tokens.append(Token("end", "", end))
    return tokens


class _Parser:
    def __init__(self, tokens: list[Token], known: frozenset[str]) -> None:
        self.tokens, self.known, self.index, self.nodes = tokens, known, 0, 0

    @property
    def next(self) -> Token:
        return self.tokens[self.index]

    def take(self) -> Token:
        token = self.next
        self.index += 1
        return token

    def accept(self, text: str) -> bool:
        if self.next.kind == "op" and self.next.text == text:
            self.index += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.accept(text):
            raise FormulaError(sentence("{mark} is missing.", mark=repr(text)), self.next.at)

    def count(self, node: Node) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise FormulaError(sentence("It has more than {most} terms.", most=MAX_NODES), self.next.at)
        return node

    def no_deeper(self, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise FormulaError(sentence("It is nested deeper than {most} levels.", most=MAX_DEPTH), self.next.at)

    def whole(self) -> Node:
        node = self.sum(0)
        if self.next.kind != "end":
            raise FormulaError(sentence("{found} is not expected here.", found=repr(self.next.text)), self.next.at)
        return node

    def sum(self, depth: int) -> Node:
        self.no_deeper(depth)
        node = self.product(depth)
        while self.next.kind == "op" and self.next.text in "+-":
            operator: Operator = "+" if self.take().text == "+" else "-"
            node = self.count(Binary(operator, node, self.product(depth)))
        return node

    def product(self, depth: int) -> Node:
        node = self.signed(depth)
        while True:
            if self.accept("*"):
                node = self.count(Binary("*", node, self.signed(depth)))
            elif self.accept("/"):
                node = self.count(Binary("/", node, self.signed(depth)))
            elif self.next.kind in ("number", "name") or (self.next.kind == "op" and self.next.text in CLOSERS):
                node = self.count(Binary("*", node, self.power(depth)))
            else:
                return node

    def signed(self, depth: int) -> Node:
        negative = False
        while self.next.kind == "op" and self.next.text in "+-":
            negative ^= self.take().text == "-"
        node = self.power(depth)
        return self.count(Negate(node)) if negative else node

    def power(self, depth: int) -> Node:
        base = self.atom(depth)
        if not self.accept("^"):
            return base
        self.no_deeper(depth + 1)
        return self.count(Binary("^", base, self.signed(depth + 1)))

    def atom(self, depth: int) -> Node:
        token = self.take()
        if token.kind == "number":
            return self.count(Number(_rational(token)))
        if token.kind == "name":
            return self.name(token, depth)
        if token.text in CLOSERS:
            node = self.sum(depth + 1)
            self.expect(CLOSERS[token.text])
            return node
        if token.text == "|":
            node = self.sum(depth + 1)
            self.expect("|")
            return self.count(Apply("abs", (node,)))
        raise FormulaError(sentence("A number, a name or a bracket is missing."), token.at)

    def name(self, token: Token, depth: int) -> Node:
        name = token.text.replace("{", "").replace("}", "")
        if name == "frac":
            return self.count(Binary("/", self.braced(depth), self.braced(depth)))
        name = ALIASES.get(name, name)
        if (name in FUNCTIONS or name in BASES) and name not in self.known:
            return self.call(name, token, depth)
        if name in CONSTANTS or name in self.known or not self.known:
            return self.count(Symbol(name))
        return self.split(name, token)

    def split(self, name: str, token: Token) -> Node:
        """`xy` is x·y when both are known; the longest known names win."""
        node: Node | None = None
        rest = name
        while rest:
            head = next((rest[:n] for n in range(len(rest), 0, -1) if rest[:n] in self.known | CONSTANTS), None)
            if head is None:
                known = ", ".join(sorted(self.known))
                said = sentence("The name {name} is unknown; use {known}.", name=rest, known=known)
                raise FormulaError(said, token.at + len(name) - len(rest))
            symbol = self.count(Symbol(head))
            node = symbol if node is None else self.count(Binary("*", node, symbol))
            rest = rest[len(head) :]
        assert node is not None  # a token's name is never empty
        return node

    def call(self, name: str, token: Token, depth: int) -> Node:
        opener = self.next.text if self.next.kind == "op" else ""
        if opener not in CLOSERS:
            raise FormulaError(sentence("Write {name}(…) with brackets.", name=name), self.next.at)
        self.take()
        arguments = [self.sum(depth + 1)]
        while self.accept(","):
            arguments.append(self.sum(depth + 1))
        self.expect(CLOSERS[opener])
        least, most = FUNCTIONS.get(name, (1, 1))
        if not least <= len(arguments) <= most:
            said = sentence(
                "{name} has {given} arguments; it takes at most {most}.", name=name, given=len(arguments), most=most
            )
            raise FormulaError(said, token.at)
        if name in BASES:
            return self.count(Apply("log", (arguments[0], Number(Fraction(BASES[name])))))
        return self.count(Apply(name, tuple(arguments)))

    def braced(self, depth: int) -> Node:
        self.expect("{")
        node = self.sum(depth + 1)
        self.expect("}")
        return node


def _rational(token: Token) -> Fraction:
    exponent = re.search(r"[eE]([+-]?\d+)$", token.text)
    if exponent and (len(exponent[1]) > 5 or abs(int(exponent[1])) > MAX_EXPONENT):
        raise FormulaError(sentence("The number is out of range."), token.at)
    return Fraction(token.text if not token.text.endswith(".") else token.text + "0")
