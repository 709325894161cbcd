"""An exception whose message is enormous, whose own text never ends and whose class has no plain name."""

# stop: TLE MLE RE
# cpu: 0.4
# wall: 3


class Meta(type):
    @property
    def __name__(cls):
        while True:
            pass


class Endless(Exception, metaclass=Meta):
    def __str__(self):
        return "x" * 100_000_000


def attack():
    raise Endless
