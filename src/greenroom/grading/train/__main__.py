"""Everything the grader learns, each step with one command (docs/models/entailment.md says how they go together):

python -m greenroom.grading.train model       pairs, training, export and figures of the entailment model (needs torch and onnx)
python -m greenroom.grading.train mentions    the small heads on top (these three need neither)
python -m greenroom.grading.train verdicts
python -m greenroom.grading.train batch
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from greenroom.grading.entail import Entailer
from greenroom.grading.measure import Subject, subjects
from greenroom.grading.models import Models
from greenroom.grading.reader import FILES, FOLDER, Reader
from greenroom.grading.text import Lang

from .dataset import Pair, from_facts, from_items, from_said, from_short_answers, held_out
from .heads import Table, fit_batch, fit_denials, fit_mentions, fit_told, fit_verdicts

SEED = 7
STUDENTS = 700
"""Student answers of each label that the model learns from."""


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(prog="python -m greenroom.grading.train", description=__doc__)
    commands = parser.add_subparsers(required=True)
    subs = {command: commands.add_parser(command.__name__, help=command.__doc__) for command in COMMANDS}
    for command, sub in subs.items():
        sub.set_defaults(run=command)
    for sub in (subs[model], subs[mentions], subs[verdicts]):
        sub.add_argument(
            "--items", type=Path, nargs="+", required=True, help="theory item folders, never those of labelled answers"
        )
    for sub in (subs[model], subs[batch]):
        sub.add_argument("--short-answers", type=Path, required=True, help="folder with the SemEval-2013 Task 7 files")
    subs[verdicts].add_argument(
        "--answers", type=Path, required=True, help="folder with labelled answers; their dev split is read"
    )
    subs[verdicts].add_argument(
        "--library", type=Path, required=True, help="the folder of theory items that they answer"
    )
    subs[model].add_argument(
        "--base", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2, where the joiner begins"
    )
    subs[model].add_argument("--reader", action="store_true", help="export the reader anew first")
    subs[model].add_argument("--epochs", type=int, default=3)
    subs[model].add_argument("--minutes", type=float, default=240.0, help="stop training after this long")
    subs[model].add_argument("--without", nargs="*", default=[], help="families to leave out, to measure them unseen")
    subs[model].add_argument("--unseen", type=Path, nargs="*", default=[], help="item folders to measure alone")
    subs[model].add_argument("--out", type=Path, default=FOLDER / "entail.onnx")
    chosen = parser.parse_args()
    chosen.run(chosen)


def model(chosen: argparse.Namespace) -> None:
    """train and export the entailment model"""
    from . import fit
    from .export import export_joiner, export_reader
    from .network import Joiner, pretrained
    from .report import report

    base = pretrained(chosen.base)
    if chosen.reader:
        export_reader(base, FOLDER / "reader.onnx")
    training, measuring = pairs(chosen.items, chosen.short_answers, chosen.without, chosen.unseen)
    _say(f"{len(training)} pairs to train on, {len(measuring)} to measure")
    readings = fit.read_all([*training, *measuring], Reader(threads=1), _say)
    net = Joiner.upon(base)
    fit.fit(net, training, readings, epochs=chosen.epochs, seed=SEED, most_seconds=60 * chosen.minutes, say=_say)
    export_joiner(net, chosen.out)
    _say(json.dumps(report(Entailer(threads=1, model=chosen.out), measuring, readings), indent=1))


def mentions(chosen: argparse.Namespace) -> None:
    """fit the head that says whether words are about a claim"""
    _fitted(lambda lang, models: {"mentioned": fit_mentions(chosen.items, lang, models, SEED)})


def verdicts(chosen: argparse.Namespace) -> None:
    """fit the heads that say whether a claim is stated, contradicted or denied, after `mentions`"""
    known = subjects(chosen.library)
    _fitted(lambda lang, models: _all_verdicts(chosen.items, chosen.answers, known, lang, models))


def _all_verdicts(
    items: Sequence[Path], answers: Path, known: Mapping[str, Subject], lang: Lang, models: Models
) -> dict[str, Table]:
    return {
        "denied": fit_denials(items, answers, known, lang, models),
        "told": fit_told(items, answers, known, lang, models, SEED),
        **fit_verdicts(items, answers, known, lang, models, SEED),
    }


def batch(chosen: argparse.Namespace) -> None:
    """fit the head that grades against a reference alone"""
    _write(FOLDER / "batch.json", fit_batch(chosen.short_answers, Models.load(threads=1)))


def _fitted(fit: Callable[[Lang, Models], dict[str, Table]]) -> None:
    """Replace some of the heads of both languages."""
    models, file = Models.load(threads=1), FOLDER / "head.json"
    table = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    for lang in FILES:
        table[lang] = {**table.get(lang, {}), **fit(lang, models)}
    _write(file, table)


def pairs(
    items: Sequence[Path], short_answers: Path, without: Sequence[str] = (), unseen: Sequence[Path] = ()
) -> tuple[list[Pair], list[Pair]]:
    """(pairs to train on, pairs to measure): facts, items and student answers, English. Of `unseen` items nothing is trained on."""
    rng = Random(SEED)
    made = [*from_facts("en", rng), *from_items(items, "en", rng), *from_said(items, rng)]
    training = [p for p in made if not held_out(p) and p.family not in without]
    training += from_short_answers(short_answers, "train", rng, most=STUDENTS)
    measuring = [p for p in made if held_out(p) or p.family in without]
    measuring += [*from_items(unseen, "en", rng), *from_said(unseen, rng)]
    return training, [*measuring, *from_short_answers(short_answers, "UQ", rng, most=100)]


COMMANDS = (model, mentions, verdicts, batch)


def _write(path: Path, table: object) -> None:
    path.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    _say(f"wrote {path.name}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
