"""Answering a question in words: drafts, grades with their evidence, the dialogue of follow-ups, and disagreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from django.utils import timezone

from greenroom.content.items import LoadedItem
from greenroom.content.models import Claim, Text, Theory
from greenroom.content.pack import Lang
from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate, Event
from greenroom.rooms.theory import grader
from greenroom.rooms.theory.models import Draft

if TYPE_CHECKING:
    from greenroom.grading.recall import Recall
    from greenroom.grading.results import Grade

LONGEST = 12_000
"""Characters of one answer."""
DEPTH = 2
"""Follow-up questions in a row."""
SITTING = timedelta(hours=2)
"""A draft opened longer ago than this was left lying: its time is not counted as work."""
STREAM = "theory/{}"


class AnswerError(ValueError):
    """The answer cannot be graded; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the answer's text and the claims or misconceptions that its words decided."""

    text: str
    verdict: str = ""
    claims: tuple[str, ...] = ()


Mark = tuple[int, int, str, str]
"""Where words of an answer begin and end, their verdict, and the id of what they decided."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of the item with what the answer made of it: the words that decided, and those that may say the opposite."""

    claim: Claim
    verdict: str
    sure: bool
    quote: str
    doubted: str
    disputed: bool

    @property
    def follow_up(self) -> Text | None:
        return self.claim.follow_up


@dataclass(frozen=True, slots=True)
class Ask:
    """A question of the dialogue. `key` names it among the item's, `claims` are what a good reply would say."""

    key: str
    text: Text
    claims: tuple[str, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question of the dialogue with the reply and which claims it made."""

    ask: Ask
    reply: Attempt
    judged: tuple[Judged, ...]


def theory(item: LoadedItem) -> Theory:
    """The item's model as a question. Raises TypeError for another kind."""
    if not isinstance(item.item, Theory):
        raise TypeError(f"{item.id} is not a question")
    return item.item


def language_of(text: str) -> Lang:
    """Chinese when there is a Han character to every five Latin letters: technical Chinese is full of Latin words."""
    han = len(re.findall(r"[\u4e00-\u9fff]", text))
    return "zh" if han * 5 > len(re.findall(r"[A-Za-z]", text)) else "en"


def draft(*, candidate: Candidate, item: LoadedItem) -> Draft:
    """The candidate's draft, begun now if there is none or the last was left lying."""
    now = timezone.now()
    found, made = Draft.objects.get_or_create(
        candidate=candidate, item=item.id, defaults={"opened_at": now, "saved_at": now}
    )
    if not made and not found.text and found.opened_at < now - SITTING:
        found.opened_at = now
        found.save(update_fields=["opened_at"])
    return found


def save_draft(*, candidate: Candidate, item: LoadedItem, text: str) -> Draft:
    """Keep what was typed. Raises AnswerError when it is too long to keep."""
    _check_length(text)
    found = draft(candidate=candidate, item=item)
    found.text, found.saved_at = text, timezone.now()
    found.save(update_fields=["text", "saved_at"])
    return found


def answer(*, candidate: Candidate, item: LoadedItem, text: str, mode: str = "typed") -> Attempt:
    """Grade an answer and hand it in. `mode` is `typed` or `oral`."""
    check(text)
    found = _grade(item, text)
    return hand_in(candidate=candidate, item=item, text=text, mode=mode, found=found, evidence=_evidence(found, text))


def check(text: str) -> None:
    """Raises AnswerError for an answer that is empty or longer than anybody would listen to."""
    _check_length(text)
    if not text.strip():
        raise AnswerError("empty")


def hand_in(
    *, candidate: Candidate, item: LoadedItem, text: str, mode: str, found: Grade | Recall, evidence: dict[str, Any]
) -> Attempt:
    """Append a graded answer to the log; the draft starts afresh."""
    written = draft(candidate=candidate, item=item)
    attempt = record.append_attempt(
        candidate=candidate,
        item=item.id,
        version=item.version,
        kind=Attempt.Kind.ANSWER,
        given={"text": text, "lang": found.lang, "mode": mode},
        result={"score": found.score, "tier": found.tier, "flags": [f.name for f in found.flags]},
        evidence=evidence,
        verdict="answered",
        score=found.score,
        started_at=max(written.opened_at, timezone.now() - SITTING),
    )
    written.delete()
    return attempt


def reply(*, candidate: Candidate, item: LoadedItem, attempt: Attempt, text: str) -> Attempt | None:
    """Answer the question that the dialogue stands at; None when it is over. Appended unscored: it was prompted."""
    check(text)
    ask = next_ask(candidate=candidate, item=item, attempt=attempt)
    if ask is None:
        return None
    found = _grade(item, text)
    evidence = _evidence(found, text)
    evidence["claims"] = [claim for claim in evidence["claims"] if claim["id"] in ask.claims]
    return record.append_attempt(
        candidate=candidate,
        item=item.id,
        version=item.version,
        kind=Attempt.Kind.ANSWER,
        given={
            "text": text,
            "lang": found.lang,
            "mode": "follow-up",
            "follows": attempt.pk,
            "ask": ask.key,
            "depth": ask.depth,
        },
        result={"tier": found.tier},
        evidence=evidence,
        verdict="replied",
        started_at=timezone.now(),
    )


def dispute(*, candidate: Candidate, attempt: Attempt, claim: str) -> Event:
    """Keep "this was right": beside the grade, never in it."""
    return record.append_event(
        candidate=candidate, stream=STREAM.format(attempt.pk), kind="dispute", payload={"claim": claim}
    )


def answers(*, candidate: Candidate, item: LoadedItem) -> list[Attempt]:
    """Earlier answers, the newest first, replies in dialogues left out."""
    return [a for a in record.attempts(candidate=candidate, item=item.id) if a.score is not None]


def judged(*, item: LoadedItem, attempt: Attempt) -> tuple[Judged, ...]:
    """The answer's claims in the item's order. Claims of another version of the item that no longer exist are left out."""
    events = record.replay(candidate=attempt.candidate, stream=STREAM.format(attempt.pk))
    disputed = {event.payload.get("claim") for event in events if event.kind == "dispute"}
    graded = {entry["id"]: entry for entry in _claims(attempt)}
    return tuple(
        Judged(c, g["verdict"], g["sure"], g.get("quote", ""), _doubted(g), c.id in disputed)
        for c in theory(item).claims
        if (g := graded.get(c.id))
    )


def _doubted(entry: Mapping[str, Any]) -> str:
    """The words that seem to say the opposite; nothing where a misconception, which is asked about by itself, explains them."""
    return "" if entry.get("doubt", "").startswith("misconception") else str(entry.get("doubted", ""))


def misconceptions(*, item: LoadedItem, attempt: Attempt) -> list[tuple[Text, Text, bool, str]]:
    """(false statement, what to answer, whether it is sure, the answer's words) of each one found."""
    known = {m.id: m for m in theory(item).misconceptions}
    hits = cast(list[dict[str, Any]], attempt.evidence.get("misconceptions", []))
    return [(known[h["id"]].says, known[h["id"]].reply, h["sure"], h["quote"]) for h in hits if h["id"] in known]


def pieces(attempt: Attempt) -> list[Piece]:
    """The answer cut where evidence begins and ends."""
    marks: list[Mark] = [(e["start"], e["end"], e["verdict"], e["id"]) for e in _claims(attempt) if e.get("end")]
    marks += [
        (h["start"], h["end"], "contradicted" if h["sure"] else "partly", h["id"])
        for h in attempt.evidence.get("misconceptions", [])
        if h.get("end")
    ]
    return highlighted(str(attempt.given.get("text", "")), marks)


def highlighted(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """A text cut where its marks begin and end."""
    edges = sorted({0, len(text), *(m[0] for m in marks), *(m[1] for m in marks)})
    return list(_cut(text, edges, marks))


def dialogue(*, candidate: Candidate, item: LoadedItem, attempt: Attempt) -> list[Exchange]:
    """What was asked after the answer and replied, in order."""
    replies = [
        a for a in reversed(record.attempts(candidate=candidate, item=item.id)) if a.given.get("follows") == attempt.pk
    ]
    asks = _asks(item)
    return [
        Exchange(asks[r.given["ask"]], r, judged(item=item, attempt=r)) for r in replies if r.given.get("ask") in asks
    ]


def next_ask(*, candidate: Candidate, item: LoadedItem, attempt: Attempt) -> Ask | None:
    """The question that the answer's gaps suggest, weightiest gap first; after a reply, the one beneath it."""
    past = dialogue(candidate=candidate, item=item, attempt=attempt)
    if len(past) >= DEPTH:
        return None
    asked = {exchange.ask.key for exchange in past}
    asks = _asks(item)
    if past and (deeper := asks.get(f"{past[-1].ask.key}/then")) and deeper.key not in asked:
        return deeper
    said = {j.claim.id for exchange in past for j in exchange.judged if j.verdict == "covered"}
    gaps = [j.claim for j in judged(item=item, attempt=attempt) if j.verdict in ("missing", "contradicted")]
    for claim in sorted(gaps, key=lambda c: (c.need != "must", c.need != "should", -c.weight)):
        fitting = [a for a in asks.values() if claim.id in a.claims and a.depth == 1 and a.key not in asked]
        if fitting and claim.id not in said:
            return fitting[0]
    return None


def _asks(item: LoadedItem) -> Mapping[str, Ask]:
    model = theory(item)
    found: dict[str, Ask] = {}
    for follow in model.follow_ups:
        found[follow.id] = Ask(follow.id, follow.ask, tuple(follow.claims), 1)
        if follow.then:
            found[f"{follow.id}/then"] = Ask(f"{follow.id}/then", follow.then, tuple(follow.claims), 2)
    for claim in model.claims:
        if claim.follow_up:
            found[f"claim:{claim.id}"] = Ask(f"claim:{claim.id}", claim.follow_up, (claim.id,), 1)
    return found


def _grade(item: LoadedItem, text: str) -> Grade:
    from greenroom.grading.grade import grade  # with its models' runtime, which only an answer needs

    lang = language_of(text)
    return grade(theory(item), text, lang, question=item.text(lang)["Question"], models=grader.models())


def _evidence(found: Grade, text: str) -> dict[str, Any]:
    claims = []
    for c in found.claims:
        entry: dict[str, Any] = {"id": c.id, "verdict": c.verdict, "sure": c.sure, "signal": c.signal}
        if c.span is not None:
            entry |= {"start": c.span.start, "end": c.span.end, "quote": c.span.of(text)}
        if c.doubt:
            entry |= {"doubt": c.doubt.why, "doubted": c.doubt.span.of(text)}
        claims.append(entry)
    hits = [
        {"id": m.id, "sure": m.sure, "start": m.span.start, "end": m.span.end, "quote": m.span.of(text)}
        for m in found.misconceptions
    ]
    return {"claims": claims, "misconceptions": hits, "check": list(found.check)}


def _claims(attempt: Attempt) -> Sequence[dict[str, Any]]:
    return cast(list[dict[str, Any]], attempt.evidence.get("claims", []))


def _cut(text: str, edges: list[int], marks: Sequence[Mark]) -> Iterator[Piece]:
    worst = ("contradicted", "partly", "covered", "missing")
    for start, end in pairwise(edges):
        here = [m for m in marks if m[0] <= start and end <= m[1]]
        verdict = min((m[2] for m in here), key=worst.index, default="")
        yield Piece(text[start:end], verdict, tuple(m[3] for m in here))


def _check_length(text: str) -> None:
    if len(text) > LONGEST:
        raise AnswerError("long")
