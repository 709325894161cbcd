"""Where the built-in library and the user's own data live."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

import greenroom


def data_root() -> Path:
    """The user's data folder: `GREENROOM_DATA_DIR`, or the platform's place for application data. It may not exist yet."""
    named = os.environ.get("GREENROOM_DATA_DIR")
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("greenroom", appauthor=False))


def library_root() -> Path:
    """The folder with `taxonomy.toml` and the built-in packs.

    In an installed wheel it is package data (`greenroom/library`), in a checkout the repository's `content/`.
    `GREENROOM_LIBRARY` names another one. Raises FileNotFoundError when none is there.
    """
    package = Path(greenroom.__file__).parent
    named = os.environ.get("GREENROOM_LIBRARY")
    places = [Path(named).expanduser()] if named else [package / "library", package.parent.parent / "content"]
    for place in places:
        if (place / "taxonomy.toml").is_file():
            return place
    raise FileNotFoundError(f"no library (a folder with taxonomy.toml) at {' or '.join(map(str, places))}")


def user_packs_root() -> Path:
    """The folder whose sub-folders are the packs that the user installed."""
    return data_root() / "packs"
