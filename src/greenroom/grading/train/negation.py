"""A sentence with its first finite verb denied, or with its denial taken away, as grammatical as rules get it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greenroom.grading.text import Lang

_DENIAL = re.compile(
    r"\b(?:do not (?P<plural>[a-z]+)|(?P<does>does not) (?P<single>[a-z]+)|cannot|need not|never (?P<third>[a-z]+)"
    r"|(?P<be>is|are|was|were|can|could|may|might|will|would|should|must) (?:not|never)"
    r"|(?P<have>has|have|with|gives?|adds?|needs?) no)\b"
)
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|can|could|will|would|should|must|may|has to|have to|(?:has|have)(?= (?:been|had)\b))\b(?! not| never)"
)
_VERB = re.compile(
    r"\b(adds?|allows?|appl(?:y|ies)|averages?|becomes?|begins?|changes?|comes?|compares?|computes?|counts?|covers?|creates?|"
    r"decreases?|depends?|divides?|drives?|drops?|estimates?|falls?|fits?|gives?|goes|grows?|has|have|helps?|hides?|holds?|"
    r"ignores?|improves?|increases?|keeps?|lacks?|learns?|leaves?|lets?|limits?|looks?|loses?|lowers?|makes?|maps?|matters?|maximi[sz]es?|"
    r"means?|measures?|minimi[sz]es?|mixes|models?|moves?|multiplies|needs?|normali[sz]es?|penali[sz]es?|plots?|predicts?|preserves?|prevents?|"
    r"produces?|punish(?:es)?|pushes|raises?|reduces?|relies|removes?|replaces?|requires?|returns?|samples?|sees?|sets?|shares?|shows?|shrinks?|"
    r"spreads?|standardi[sz]es?|starts?|stays?|stores?|subtracts?|takes?|tells?|tends?|trains?|treats?|turns?|updates?|uses?|works?)\b(?![-/])"
)
_NOUN = re.compile(
    r"(?:averages?|changes?|counts?|drives?|drops?|estimates?|fits?|helps?|holds?|lacks?|limits?|looks?|maps?|matters?|means?|measures?|"
    r"models?|moves?|needs?|plots?|returns?|samples?|sets?|shares?|shows?|starts?|turns?|updates?|uses?|works?)"
)
"""Verbs of the list that are as often nouns."""
_SUBJECT = re.compile(r"(?:[a-z$]s|\b(?:they|we|you|and|or|which|that|people|data)|[,;:]|^)\s*$", re.IGNORECASE)
"""What stands before a verb in the plural or in the imperative."""
_QUALIFIER = re.compile(
    r"\b(?:the|an?|of|in|on|for|with|from|by|to|per|its|their|each|any|this|no|not|large|small|new|more|many|few|several|random|running|simpler)\s+$",
    re.IGNORECASE,
)
"""What stands before a noun."""
_HAN_AFFIRMED = {
    "得不到": "能得到", "不需要": "需要", "不改变": "改变", "不必": "必须", "不变": "会变", "不会": "会",
    "不能": "能", "不是": "是", "无法": "可以", "没有": "有", "无需": "需要", "不再": "仍", "并不": "", "并非": "是", "不": "",
}  # fmt: skip
_HAN_VERB = re.compile(
    "|".join(sorted(_HAN_AFFIRMED, key=len, reverse=True)[:-1])
    + r"|不(?![同断仅但管少过]|平衡|等式|确定|动点|可约)"
    + r"|(?<!于)是(?!否)|会(?!议)|(?<![性功可智技才节])能(?![量力])|可以|使用|使|需要|依赖"
    r"|(?<![所已只具拥没])有(?!偏|限|序)|(?<!大)把|(?<![使利应作常通费复])用(?!户)|(?<![需重主只])要|等于|取决于|降低|提高|减少|增加|保持|保留|让"
)


def negate(sentence: str, lang: Lang) -> str | None:
    """The sentence with its first finite verb negated, or affirmed where it was negated; None when no verb is recognised."""
    return _negate_han(sentence) if lang == "zh" else _negate_english(sentence)


def _negate_english(sentence: str) -> str | None:
    found = [*_DENIAL.finditer(sentence), *_AUXILIARY.finditer(sentence), *_verbs(sentence)]
    if not found:
        return None
    first = min(found, key=lambda match: match.start())
    said = _affirmed(first) if first.re is _DENIAL else _negated(first.group())
    return sentence[: first.start()] + said + sentence[first.end() :]


def _verbs(sentence: str) -> Iterator[re.Match[str]]:
    for match in _VERB.finditer(sentence):
        before, word = sentence[: match.start()], match.group()
        plural = not word.endswith("s")
        noun = _NOUN.fullmatch(word) and (not _SUBJECT.search(before) if plural else _QUALIFIER.search(before))
        if match.start() and not noun and not re.search(r"\b(?:to|not|never)\s+$", before):
            yield match


def _affirmed(denial: re.Match[str]) -> str:
    """A denial turned into what it denies."""
    said = denial.groupdict()
    if said["single"]:
        return _third(said["single"])
    if said["third"]:
        return f"always {said['third']}"
    if word := said["plural"] or said["be"] or said["have"]:
        return word
    return {"cannot": "can", "need not": "must"}[denial.group()]


def _third(verb: str) -> str:
    """The third person of an infinitive."""
    known = {"have": "has", "go": "goes", "be": "is"}
    if verb in known:
        return known[verb]
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("ch", "sh", "x", "ss")) else "s")


def _negated(verb: str) -> str:
    if verb in ("has to", "have to"):
        return f"{'does' if verb == 'has to' else 'do'} not have to"
    if verb == "can":
        return "cannot"
    if _AUXILIARY.fullmatch(verb):
        return f"{verb} not"
    base, third = _base(verb)
    return f"{'does' if third else 'do'} not {base}"


def _base(verb: str) -> tuple[str, bool]:
    """(infinitive, whether the verb was in the third person)."""
    if verb in ("has", "goes"):
        return {"has": "have", "goes": "go"}[verb], True
    if verb.endswith("ies"):
        return verb[:-3] + "y", True
    if verb.endswith(("ches", "shes", "xes", "sses")):
        return verb[:-2], True
    return (verb[:-1], True) if verb.endswith("s") and not verb.endswith("ss") else (verb, False)


def _negate_han(sentence: str) -> str | None:
    found = _HAN_VERB.search(sentence, 1)
    if not found:
        return None
    word = found.group()
    said = _HAN_AFFIRMED.get(word)
    if said is None:
        said = "没有" if word == "有" else f"不{word}"
    return sentence[: found.start()] + said + sentence[found.end() :]
