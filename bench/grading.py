"""The grader's figures: labelled answers, attacks, negations, student answers, time. `python bench/grading.py --help`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import mean, median

import numpy as np

from greenroom.content.paths import library_root
from greenroom.grading import measure
from greenroom.grading.batch import Task, grade_task
from greenroom.grading.models import Models
from greenroom.grading.text import Lang

ANSWERS = Path(__file__).parent.parent / "tests" / "grading" / "answers"
WORDS = 150


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short-answers", type=Path, help="folder with the SemEval-2013 files (not shipped)")
    parser.add_argument("--split", default="test", choices=("dev", "test"))
    parser.add_argument("--items", type=int, default=40, help="at most so many items under attack")
    parser.add_argument("--students", type=int, default=400, help="at most so many student answers a corpus and split")
    chosen = parser.parse_args()
    full, rules = Models.load(), Models.none()
    known = measure.subjects(library_root() / "core" / "theory")
    for name, models in (("rules", rules), ("all", full)):
        if ANSWERS.is_dir():
            _labelled(name, measure.labelled(ANSWERS, known, models, chosen.split))
        _attacked(name, list(known.values())[: chosen.items], models)
        if chosen.short_answers:
            _students(name, chosen.short_answers, models, chosen.students)
        _timed(name, list(known.values()), models)


def _labelled(name: str, rows: Sequence[measure.Labelled]) -> None:
    for lang in ("en", "zh"):
        here = [r for r in rows if r.lang == lang]
        if here:
            _say(name, f"labelled {lang}: answers", len(here))
            _say(name, f"labelled {lang}: claim F1", measure.f1(here))
            _say(name, f"labelled {lang}: exact verdict", measure.four_way(here))
            _say(name, f"labelled {lang}: good outranks inverted", measure.outranked(here))
            _say(name, f"labelled {lang}: good outranks wrong", measure.outranked(here, ("wrong",)))
            _say(name, f"labelled {lang}: false contradictions", measure.false_contradictions(here))
            for kind in measure.ATTACKS:
                _say(name, f"labelled {lang}: {kind} / good", measure.worst_ratio(here, kind))


def _attacked(name: str, subjects: Sequence[measure.Subject], models: Models) -> None:
    rng = Random(3)
    for lang in ("en", "zh"):
        here = [s for s in subjects if lang in s.documents]
        good = mean(s.grade(s.model_answer(lang), lang, models).score for s in here)
        _say(name, f"attacks {lang}: model answer", good)
        for kind in ("soup", "shuffled", "copied", "off-topic", "injection"):
            scores = [s.grade(measure.attack(s, kind, lang, rng), lang, models).score for s in here]
            _say(name, f"attacks {lang}: {kind} / good", mean(scores) / good)
        counts = [measure.negation_losses(s, lang, models) for s in here]
        _say(name, f"attacks {lang}: negated claim lost", sum(c[0] for c in counts) / max(1, sum(c[1] for c in counts)))


def _students(name: str, folder: Path, models: Models, most: int) -> None:
    from greenroom.grading.train.heads import nearest_reference, student_answers

    for corpus in ("beetle", "scientsbank"):
        for split in ("UQ", "UD"):
            found = student_answers(folder, corpus, split, most)
            if found:
                scores = np.array(
                    [grade_task(Task(r["question"], nearest_reference(r), r["answer"]), models) for r in found]
                )
                truth = np.array([float(r["label"] == "correct") for r in found])
                _say(name, f"{corpus} {split}: r", float(np.corrcoef(scores, truth)[0, 1]))
                _say(name, f"{corpus} {split}: accuracy", float(((scores > 0.5) == (truth > 0.5)).mean()))


def _timed(name: str, subjects: Sequence[measure.Subject], models: Models) -> None:
    lang: Lang = "en"
    spent = []
    for subject in subjects[:20]:
        answer = " ".join(subject.model_answer(lang).split()[:WORDS])
        subject.grade(answer, lang, models)
        for turn in range(3):
            changed = f"{answer} Attempt {turn}."
            begin = time.perf_counter()
            subject.grade(changed, lang, models)
            spent.append(1000 * (time.perf_counter() - begin))
    _say(name, f"milliseconds for {WORDS} words, p50", median(spent))


def _say(tier: str, what: str, value: float) -> None:
    sys.stdout.write(json.dumps({"tier": tier, "figure": what, "value": round(value, 3)}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
