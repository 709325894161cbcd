"""The judge's table: speed as ratios in one run, and a fuzz of the decoder.

python -m bench.judge [--json] [--tier A|A2|B] [--fuzz FRAMES]
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time

from tests.judge.core_wire_test import decoded, mutated, seeds

from greenroom.judge.benchmark import measure
from greenroom.judge.service import start_judge
from greenroom.judge.wire import WireError


def fuzz(frames: int, seed: int) -> dict[str, float]:
    """Decode mutated frames; any exception but WireError is a crash and ends the run."""
    rng, originals = random.Random(seed), seeds()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    accepted, worst = 0, 0.0
    for _ in range(frames):
        frame = mutated(rng.choice(originals), rng)
        started = time.perf_counter()
        try:
            decoded(frame)
            accepted += 1
        except WireError:
            pass
        worst = max(worst, time.perf_counter() - started)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return {"frames": frames, "still_valid": accepted, "worst_ms": 1000 * worst, "grown_mb": grown}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--tier", default=None)
    parser.add_argument("--fuzz", type=int, default=0)
    given = parser.parse_args()
    if given.fuzz:
        print(json.dumps(fuzz(given.fuzz, seed=1)))
        return 0
    with start_judge(tier=given.tier) as judge:
        if given.json:
            rows = measure(judge)
            print(json.dumps({"tier": judge.tier, "rows": [row.as_json() for row in rows]}, indent=1))
        else:
            print(f"tier {judge.tier}")
            rows = measure(judge, lambda row: print(row, flush=True))
    return 0 if all(row.reached for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
