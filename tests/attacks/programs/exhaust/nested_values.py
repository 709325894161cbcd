"""A value nested a million deep, whose encoding and whose end both recurse; and one that contains itself."""

# stop: ok RE PE


def attack():
    deep = []
    for _ in range(1_000_000):
        deep = [deep]
    deep_tuple = ()
    for _ in range(1_000_000):
        deep_tuple = (deep_tuple,)
    itself = []
    itself.append(itself)
    return deep, deep_tuple, itself
