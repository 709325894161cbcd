"""`python -m greenroom.grading.train model`: pairs, training, export and figures of the entailment model (needs torch and onnx).
`python -m greenroom.grading.train heads`: the small heads on top (needs neither)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from greenroom.grading.entail import Entailer
from greenroom.grading.models import Models
from greenroom.grading.reader import FOLDER, Reader

from .dataset import Pair, from_facts, from_items, from_short_answers, held_out

SEED = 7
STUDENTS = 700
"""Student answers of each label that the model learns from."""


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(prog="python -m greenroom.grading.train", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, command in (("model", model), ("heads", heads)):
        sub = commands.add_parser(name, help=command.__doc__)
        sub.set_defaults(run=command)
        sub.add_argument(
            "--items", type=Path, nargs="+", required=True, help="theory item folders, never those of the test split"
        )
        sub.add_argument("--short-answers", type=Path, required=True, help="folder with the SemEval-2013 Task 7 files")
        if command is model:
            sub.add_argument(
                "--base", type=Path, help="model.safetensors of all-MiniLM-L6-v2: export the reader anew first"
            )
            sub.add_argument("--epochs", type=int, default=8)
            sub.add_argument("--minutes", type=float, default=35.0, help="stop training after this long")
            sub.add_argument("--without", nargs="*", default=[], help="families to leave out, to measure them unseen")
            sub.add_argument("--out", type=Path, default=FOLDER / "entail.onnx")
    chosen = parser.parse_args()
    chosen.run(chosen)


def model(chosen: argparse.Namespace) -> None:
    """train and export the entailment model"""
    from . import fit
    from .export import export_aligner, export_reader
    from .network import pretrained
    from .report import report

    if chosen.base:
        export_reader(pretrained(chosen.base), FOLDER / "reader.onnx")
    training, measuring = pairs(chosen.items, chosen.short_answers, chosen.without)
    _say(f"{len(training)} pairs to train on, {len(measuring)} to measure")
    readings = fit.read_all([*training, *measuring], Reader(threads=1), _say)
    net = fit.fit(training, readings, epochs=chosen.epochs, seed=SEED, most_seconds=60 * chosen.minutes, say=_say)
    export_aligner(net, chosen.out)
    _say(json.dumps(report(Entailer(threads=1, model=chosen.out), measuring, readings), indent=1))


def heads(chosen: argparse.Namespace) -> None:
    """fit the coefficients of the claim head and of the batch head"""
    from .heads import fit_batch, fit_claims

    full = Models.load(threads=1)
    claims = {
        "en": fit_claims(chosen.items, "en", full, SEED),
        "zh": fit_claims(chosen.items, "zh", Models.none(), SEED),
    }
    _write(FOLDER / "head.json", claims)
    _write(FOLDER / "batch.json", fit_batch(chosen.short_answers, full))


def pairs(items: Sequence[Path], short_answers: Path, without: Sequence[str] = ()) -> tuple[list[Pair], list[Pair]]:
    """(pairs to train on, pairs to measure): facts, items and student answers, English."""
    rng = Random(SEED)
    made = [*from_facts("en", rng), *from_items(items, "en", rng)]
    training = [p for p in made if not held_out(p) and p.family not in without]
    training += from_short_answers(short_answers, "train", rng, most=STUDENTS)
    measuring = [p for p in made if held_out(p) or p.family in without]
    return training, [*measuring, *from_short_answers(short_answers, "UQ", rng, most=100)]


def _write(path: Path, table: object) -> None:
    path.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    _say(f"wrote {path.name}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
