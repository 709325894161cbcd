"""What was seen of each claim as named numbers: the inputs of the heads that say whether it is stated or contradicted."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from .head import mention_signals, unsquash
from .sight import Sight, Sighting

NEAR = 0.3
"""A window less near than this to a misconception, or less likely than this to mention a claim, says nothing of it."""
WHOLE = (
    *("mentioned", "leaning", "leaning_mean", "flips_any", "negation", "trap_lead", "trap_full_lead"),
    *("margin", "margin_mean"),
)
"""What is looked at over the whole answer too."""
AFAR = -0.3
"""The lead of a misconception that no window meets in full."""


def signals(sights: Sequence[Sight]) -> list[dict[str, float]]:
    """Signals of each claim, all with at least one window. Those of absent models are absent.

    Those that begin with `all_` are of the whole answer, each claim counting as much as it is mentioned: whoever gets most of
    a subject the wrong way round has probably done so here too.
    """
    own = [_own(sight) for sight in sights]
    total = sum(known["mentioned"] for known in own) or 1.0
    whole = {
        f"all_{name}": sum(known[name] * known["mentioned"] for known in own) / total
        for name in WHOLE
        if own and name in own[0]
    }
    return [known | whole for known in own]


def _own(sight: Sight) -> dict[str, float]:
    best = sight.windows[0]
    known = mention_signals(best.mention, bool(sight.point.statement.groups))
    return known | _rules(sight) | _opinions(sight.windows)


def _rules(sight: Sight) -> dict[str, float]:
    best = sight.windows[0]
    free = [t for t in sight.traps if not t.denied]
    leanings = [w.leaning for w in sight.windows if w.mentioned > NEAR] or [best.leaning]
    full = [t for t in free if t.mention.full]
    return {
        "mentioned": best.mentioned,
        "leaning": best.leaning,
        "leaning_least": min(leanings),
        "leaning_mean": fmean(leanings),
        "flips": float(bool(best.flips)),
        "negation": float(bool(best.flips) and best.flips[0].kind == "negation"),
        "flips_any": float(any(w.flips and w.mentioned > NEAR for w in sight.windows)),
        "trap_lead": max((max(0.0, t.lead) for t in free if t.mention.nearness > NEAR), default=0.0),
        "trap_full": float(bool(full)),
        "trap_full_lead": max((t.lead for t in full), default=AFAR),
        "trap_near": max((t.mention.nearness for t in sight.traps), default=0.0),
    }


def _opinions(windows: Sequence[Sighting]) -> dict[str, float]:
    """What the entailment model says of the windows, as logits; nothing without it."""
    seen = [(w.opinion, w.mentioned) for w in windows if w.opinion]
    if not seen:
        return {}
    margins = [unsquash(o.states) - unsquash(o.contradicts) for o, _ in seen]
    return {
        "states": unsquash(max(o.states * likely for o, likely in seen)),
        "states_best": unsquash(seen[0][0].states),
        "contradicts": unsquash(max(o.contradicts * likely for o, likely in seen)),
        "contradicts_best": unsquash(seen[0][0].contradicts),
        "margin": max(margins),
        "margin_mean": fmean(margins),
    }
