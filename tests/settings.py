"""The application's settings with a data folder and a database that live as long as the test run."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="greenroom-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("GREENROOM_") and name != "GREENROOM_TEST_DATABASE_URL"]:
    del os.environ[_name]
os.environ["GREENROOM_DATA_DIR"] = _folder
os.environ["GREENROOM_DATABASE_URL"] = os.environ.get(
    "GREENROOM_TEST_DATABASE_URL", f"sqlite:///{_folder}/greenroom.sqlite3"
)

from greenroom.web.settings import *  # noqa: E402, F403
from greenroom.web.settings import DATABASES  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}
else:
    DATABASES["default"]["OPTIONS"].pop("pool")
_hashers = "django.contrib.auth.hashers"
PASSWORD_HASHERS = [f"{_hashers}.MD5PasswordHasher", f"{_hashers}.PBKDF2PasswordHasher"]
