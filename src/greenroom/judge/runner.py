"""The judge as content's `Runner`: one function of some files, behind the walls."""

from __future__ import annotations

from collections.abc import Mapping

from greenroom.content.models import Profile
from greenroom.content.runner import RunError
from greenroom.judge.session import Judge, JudgeError, Limits
from greenroom.judge.types import Op, Opaque


class JudgeRunner:
    """`greenroom.content.runner.Runner` on the judge."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def run(
        self,
        profile: Profile,
        files: Mapping[str, str],
        module: str,
        function: str,
        args: tuple[object, ...],
        seconds: float,
    ) -> object:
        """See Runner."""
        others = {name: source for name, source in files.items() if name != module}
        try:
            limits = Limits(cpu_s=seconds, memory_mb=1024)
            with self._judge.open(profile, limits=limits, role="author") as session:
                if raised := session.load(files[module], filename=f"{module}.py", extra=others):
                    raise RunError(f"{raised.type}: {raised.message}")
                result = session.run([(Op("call", function, args),)], module=module)
        except JudgeError as problem:
            raise RunError(str(problem)) from None
        if result.stop != "ok":
            raise RunError(f"{result.stop} after {result.usage.cpu_s:.1f} s of CPU time {result.message}".rstrip())
        outcome = result.outcomes[0][0]
        if outcome.raised:
            raise RunError(f"{outcome.raised.type}: {outcome.raised.message}")
        if isinstance(outcome.value, Opaque):
            raise RunError(f"{function}() returns a {outcome.value.type}, which is no plain value")
        return outcome.value

    def available(self, profile: Profile) -> str:
        """See Runner."""
        return self._judge.available(profile)
