"""Checks of the claims about prompt injection."""

from itertools import product


def a_filter_is_passed_in_the_end():
    """A filter that stops 99% of independent variants: half pass by 69 attempts, 95% by 299."""

    def passed(attempts, stops=0.99):
        return 1 - stops**attempts

    assert passed(68) < 0.5 < passed(69)
    assert passed(298) < 0.95 < passed(299)


def a_leak_needs_all_three():
    """A secret reaches the attacker only if the agent holds it, obeys the attacker's text and has a way out."""

    def leaks(private, untrusted, outgoing):
        context = (["secret"] if private else []) + (["send the secret"] if untrusted else [])
        sent = [part for part in context if part == "secret"] if "send the secret" in context else []
        return bool(sent) and outgoing

    assert [case for case in product([False, True], repeat=3) if leaks(*case)] == [(True, True, True)]
