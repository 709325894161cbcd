"""The judge as a whole: a tier chosen once, a pool of children a profile, sessions on demand.

with start_judge() as judge, judge.open("np") as session: ...
"""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Final, Literal, Self

from greenroom.judge.nursery import Child, Nursery, ZygoteNursery
from greenroom.judge.profiles import missing
from greenroom.judge.running import LiveSession
from greenroom.judge.sandbox.probe import choose
from greenroom.judge.session import JudgeError, Limits, Profile, Session, Tier
from greenroom.judge.spawned import SpawnNursery

_TAKE_SECONDS: Final = 30.0
_BOOTS: Final = 3
_AUTHOR: Final = Limits(cpu_s=20.0, memory_mb=1024, output_kb=1024, answer_mb=64)


class _Pool:
    """A profile's nursery, started on demand and again after its zygote has died."""

    def __init__(self, profile: Profile, tier: Tier) -> None:
        self._profile = profile
        self._tier = tier
        self._lock = threading.Lock()
        self._nursery: Nursery | None = None
        self._closed = False

    def take(self) -> Child:
        """A parked child. Raises JudgeError when none can be had."""
        for _ in range(_BOOTS):
            if (child := self.nursery().take(_TAKE_SECONDS)) is not None:
                return child
        raise JudgeError(f"the judge's {self._profile} process keeps dying")

    def nursery(self) -> Nursery:
        """The living nursery."""
        with self._lock:
            if self._closed:
                raise JudgeError("the judge is closed")
            if self._nursery is None or not self._nursery.alive:
                self._nursery = _start(self._profile, self._tier)
            return self._nursery

    def close(self) -> None:
        """End it for good."""
        with self._lock:
            self._closed = True
            if self._nursery is not None:
                self._nursery.close()


def _start(profile: Profile, tier: Tier) -> Nursery:
    return SpawnNursery(profile, tier) if tier in ("C", "E") else ZygoteNursery(profile, tier)


class LocalJudge:
    """The implementation of `greenroom.judge.session.Judge`."""

    def __init__(self, tier: Tier) -> None:
        self._tier = tier
        self._pools: dict[Profile, _Pool] = {profile: _Pool(profile, tier) for profile in ("py", "np", "sci", "torch")}

    @property
    def tier(self) -> Tier:
        """The walls in use."""
        return self._tier

    def warm(self, *profiles: Profile) -> None:
        """Boot these profiles' zygotes and wait for a first parked child."""
        for profile in profiles:
            self._pool(profile).take().close()

    def zygote_pid(self, profile: Profile) -> int:
        """The process id of the profile's zygote, which is booted if need be; 0 in tiers that have none."""
        return self._pool(profile).nursery().pid

    def available(self, profile: Profile) -> str:
        """ "" when the profile can run here, else what to install."""
        return missing(profile)

    def open(
        self,
        profile: Profile,
        *,
        limits: Limits | None = None,
        role: Literal["candidate", "author"] = "candidate",
        seed: int = 0,
    ) -> Session:
        """See Judge.open."""
        pool = self._pool(profile)
        return LiveSession(pool.take, limits or (_AUTHOR if role == "author" else Limits()), seed)

    def close(self) -> None:
        """End all zygotes and their children."""
        for pool in self._pools.values():
            pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _pool(self, profile: Profile) -> _Pool:
        if why := missing(profile):
            raise JudgeError(why)
        return self._pools[profile]


def start_judge(*, tier: Tier | None = None, allow_unsafe: bool = False) -> LocalJudge:
    """The judge on the strongest tier this machine offers, or on the one asked for.

    Raises JudgeError when the tier cannot be had, and for tier E unless `allow_unsafe`: never a silent fall.
    """
    return LocalJudge(choose(tier, allow_unsafe=allow_unsafe))
