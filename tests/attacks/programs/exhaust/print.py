"""Two hundred megabytes printed."""
# stop: OLE


def attack():
    for _ in range(200):
        print("x" * (1 << 20))
