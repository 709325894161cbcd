"""Appends to one stream are serialised, so that ids are committed in ascending order and a reader misses none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def in_order(name: str) -> Iterator[None]:
    """Hold the name's lock until the surrounding transaction ends.

    SQLite has one writer at a time, which is lock enough; PostgreSQL takes an advisory lock.
    """
    if connection.vendor == "postgresql":
        key = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
    yield
