"""Which paths a profile needs: the interpreter, its standard library without anything installed beside it, shared objects of
the system, the profile's own packages. A child may read these and nothing else; tier A does not even mount more."""

from __future__ import annotations

import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from greenroom.judge.profiles import site_entries
from greenroom.judge.session import Profile

_INSTALLED_BESIDE = {"site-packages", "dist-packages", "__pycache__", "test", "idlelib", "ensurepip"}
_APP = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Paths:
    """`interpreter` is the real executable, `prefix` its installation, `standard` its library, `site` the profile's packages,
    `app` the folder `greenroom`, `system` shared objects and time zones."""

    interpreter: Path
    prefix: Path
    standard: Path
    site: tuple[Path, ...]
    app: Path
    system: tuple[Path, ...]

    @property
    def readable(self) -> list[str]:
        """What a child may open, as it is seen in tier B."""
        standard = [path for path in self.standard.iterdir() if path.name not in _INSTALLED_BESIDE]
        return [str(path) for path in (*standard, *self.site, *self.system)]

    @property
    def hidden(self) -> list[Path]:
        """Folders within the interpreter's installation that hold other people's packages."""
        found = [self.standard / name for name in ("site-packages", "dist-packages")]
        return [path for path in (*found, Path("/usr/lib/python3/dist-packages")) if path.is_dir()]


def _shared_objects() -> list[Path]:
    """Debian's folder of libraries as a whole; elsewhere, where packages lie beside them, each library by itself."""
    multiarch = sysconfig.get_config_var("MULTIARCH") or "none"
    whole = {path.resolve() for base in ("/usr/lib", "/lib") if (path := Path(base, multiarch)).is_dir()}
    folders = [Path("/usr/lib"), Path("/lib"), Path("/usr/lib64"), Path("/lib64"), Path(sys.base_prefix, "lib")]
    single = {path.resolve() for folder in folders if folder.is_dir() for path in folder.glob("*.so*")}
    return sorted(whole | {path for path in single if path.is_file() and path.parent not in whole})


@cache
def paths(profile: Profile) -> Paths:
    """The paths of a profile on this machine."""
    extras = [Path("/etc/ld.so.cache"), Path("/usr/share/zoneinfo"), Path("/dev/urandom")]
    return Paths(
        interpreter=Path(getattr(sys, "_base_executable", sys.executable)).resolve(),
        prefix=Path(sys.base_prefix).resolve(),
        standard=Path(sysconfig.get_path("stdlib")).resolve(),
        site=site_entries(profile),
        app=_APP,
        system=tuple(_shared_objects() + [path for path in extras if path.exists()]),
    )
