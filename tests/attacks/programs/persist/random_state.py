"""The global generators left in a chosen state for the next submission."""
# times: 2

import random


def attack():
    if random.random() == random.Random(7).random():
        return "BROKE: the generator kept its state"
    random.seed(7)
    return "held"
