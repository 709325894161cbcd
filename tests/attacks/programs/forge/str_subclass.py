"""A string whose comparisons and JSON text are its own business."""

# stop: ok


class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__

    def encode(self, *args):
        return b'"forged"'


def attack():
    return [Text("a"), {Text("b"): Text("c")}, (Text("d"),)]
