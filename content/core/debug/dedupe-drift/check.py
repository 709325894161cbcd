import hashlib


def checks(module):
    rows = [("  Hello   World", 1), ("other", 2), ("hello world", 3), ("HELLO WORLD ", 4)]
    yield "raw-text-kept-in-seen", module.dedupe(rows) == rows[:2]

    # stable, and by the digest that the statement names: recomputed here from scratch
    names = [f"row {i}" for i in range(400)]
    wanted = [int(hashlib.sha256(name.encode()).hexdigest()[:16], 16) / 16**16 < 0.3 for name in names]
    yield "salted-hash", [module.is_held_out(name, 0.3) for name in names] == wanted

    data = [(str(i), i) for i in range(12)]
    first, again, second = (module.epoch(data, 4, 7, number) for number in (0, 0, 1))
    yield "same-order-every-epoch", first == again and first != second

    seen = sorted(row for batch in module.epoch(data[:10], 4, 7, 0) for row in batch)
    yield "last-batch-lost", seen == sorted(data[:10])
