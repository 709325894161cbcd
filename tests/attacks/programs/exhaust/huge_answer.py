"""An answer of two hundred megabytes."""
# stop: OLE MLE


def attack():
    return b"x" * (100 << 20)
