"""`python -m greenroom.grading.train`: build the pairs, train the entailment model, export it, print its figures."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from greenroom.grading.entail import Entailer
from greenroom.grading.reader import FOLDER, Reader

from . import fit
from .dataset import Pair, from_facts, from_items, from_short_answers, held_out
from .export import export_aligner, export_reader
from .network import pretrained
from .report import report

SEED = 7


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(prog="python -m greenroom.grading.train", description=__doc__)
    parser.add_argument("--base", type=Path, help="model.safetensors of all-MiniLM-L6-v2: export the reader anew first")
    parser.add_argument(
        "--items",
        type=Path,
        nargs="*",
        default=[],
        help="theory item folders to learn from, never those of the test split",
    )
    parser.add_argument(
        "--short-answers", type=Path, help="folder with beetle.jsonl.gz and scientsbank.jsonl.gz (SemEval-2013 Task 7)"
    )
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--minutes", type=float, default=35.0, help="stop training after this long")
    parser.add_argument(
        "--without", nargs="*", default=[], help="families to leave out of training, to measure them unseen"
    )
    parser.add_argument("--out", type=Path, default=FOLDER / "entail.onnx")
    chosen = parser.parse_args()
    if chosen.base:
        export_reader(pretrained(chosen.base), FOLDER / "reader.onnx")
    training, measuring = pairs(chosen.items, chosen.short_answers, chosen.without)
    _say(f"{len(training)} pairs to train on, {len(measuring)} to measure")
    readings = fit.read_all([*training, *measuring], Reader(threads=1), _say)
    net = fit.fit(training, readings, epochs=chosen.epochs, seed=SEED, most_seconds=60 * chosen.minutes, say=_say)
    export_aligner(net, chosen.out)
    print(json.dumps(report(Entailer(threads=1, model=chosen.out), measuring, readings), indent=1))


def _say(line: str) -> None:
    print(line, flush=True)


def pairs(
    items: Sequence[Path], short_answers: Path | None, without: Sequence[str] = ()
) -> tuple[list[Pair], list[Pair]]:
    """(pairs to train on, pairs to measure): facts, items and student answers, English."""
    rng = Random(SEED)
    made = [*from_facts("en", rng), *from_items(items, "en", rng)]
    training = [p for p in made if not held_out(p) and p.family not in without]
    measuring = [p for p in made if held_out(p)]
    if short_answers:
        training += from_short_answers(short_answers, "train", rng, most=700)
        measuring += from_short_answers(short_answers, "UQ", rng, most=100)
    return training, measuring


if __name__ == "__main__":
    main()
