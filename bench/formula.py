"""The formula checker over generated pairs: false accepts, false rejects, undecided, and its latency.

python -m bench.formula [PAIRS]
"""

from __future__ import annotations

import sys
import time

from bench.formula_pairs import DOMAIN, pair
from greenroom.grading.formula import check_formula


def main(pairs: int) -> int:
    count: dict[str, int] = {}
    times: list[float] = []
    for seed in range(pairs):
        a, b, equal = pair(seed)
        if equal is None or len(a) > 600 or len(b) > 600:
            count["no truth"] = count.get("no truth", 0) + 1
            continue
        start = time.process_time()
        verdict = check_formula(b, a, DOMAIN).verdict
        times.append(time.process_time() - start)
        key = f"{'equal' if equal else 'different'} judged {verdict}"
        count[key] = count.get(key, 0) + 1
        if (equal and verdict == "different") or (not equal and verdict == "equal"):
            print(f"seed {seed}: {a}  |  {b}  judged {verdict}")
    times.sort()
    for key in sorted(count):
        print(f"{key:32} {count[key]:8}")
    p50, p99, worst = (times[int(len(times) * q)] * 1e3 for q in (0.5, 0.99, 0.99999))
    print(f"p50 {p50:.2f} ms   p99 {p99:.2f} ms   max {worst:.1f} ms")
    return count.get("different judged equal", 0)


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)))
