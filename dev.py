"""The two commands of a checkout, with nothing but Python ≥ 3.11 and its standard library.

    python3 dev.py run       install, build, start, open the browser
    python3 dev.py test      install the tools, check and test everything; arguments go to pytest, which then runs alone
    python3 dev.py lint      the checks without the tests
    python3 dev.py assets    build the front end and the catalogues
    python3 dev.py lock      resolve requirements/*.in anew

Everything lands in .venv and node_modules; a stamp of the lock files makes the next start quick.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = ROOT / "requirements"
OLDEST = (3, 11)
SECOND_DATABASE = ["tests/record", "tests/jobs", "tests/crash", "tests/web_security", "tests/exchange"]
"""What runs on PostgreSQL too when GREENROOM_TEST_DATABASE_URL is set: whatever talks to the database by itself."""


def main(arguments: list[str]) -> None:
    commands = {"run": run, "test": test, "lint": lint, "assets": assets, "lock": lock}
    if not arguments or arguments[0] not in commands:
        sys.exit(__doc__)
    commands[arguments[0]](arguments[1:])


def run(arguments: list[str]) -> None:
    """Install what running needs, then become the server."""
    install("run")
    assets([])
    os.chdir(ROOT)
    command = [str(PYTHON), "-m", "greenroom.web.serve", *arguments]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def test(arguments: list[str]) -> None:
    """Check and test. With arguments pytest runs alone, on the database that the environment names."""
    install("dev")
    assets([])
    environment = dict(os.environ)
    if arguments:
        sys.exit(subprocess.call([PYTHON, "-m", "pytest", *arguments], cwd=ROOT))
    check()
    second = environment.pop("GREENROOM_TEST_DATABASE_URL", "")
    if second:
        say("The record, jobs and security suites on PostgreSQL")
        places = [place for place in SECOND_DATABASE if (ROOT / place).is_dir()]
        call([PYTHON, "-m", "pytest", "-q", *places], env={**environment, "GREENROOM_TEST_DATABASE_URL": second})
    say("The whole suite")
    sys.exit(subprocess.call([PYTHON, "-m", "pytest", "-n", "2", "--dist", "loadfile"], cwd=ROOT, env=environment))


def lint(arguments: list[str]) -> None:
    """Only the checks."""
    install("dev")
    check()


def check() -> None:
    """Style, types, import contracts and how the library reads; the suite proves its items."""
    for title, command in {
        "ruff": ["ruff", "check"],
        "ruff format": ["ruff", "format", "--check"],
        "mypy": ["mypy"],
        "import contracts": ["lint-imports", "--no-cache"],
        "library": ["greenroom", "content", "lint", "--static"],
    }.items():
        say(title)
        call([BIN / command[0], *command[1:]])


def assets(arguments: list[str]) -> None:
    """Build the front end and the message catalogues where they are out of date."""
    if not PYTHON.exists():
        install("run")
    call([PYTHON, "hatch_build.py"])


def lock(arguments: list[str]) -> None:
    """Resolve the .in files to hash-locked .txt files: dev first, run within it."""
    make_venv()
    for name, within in (("boot", []), ("dev", []), ("run", ["-c", "requirements/dev.txt"])):
        call(
            [
                *(BIN / "uv", "pip", "compile", "-q", "--upgrade", "--python-version", "3.11", "--generate-hashes"),
                *("--no-emit-index-url", f"requirements/{name}.in", "-o", f"requirements/{name}.txt", *within),
            ]
        )


def install(name: str) -> None:
    """Bring .venv to the state that requirements/<name>.txt and pyproject.toml describe."""
    wanted = stamp(name)
    if any(read(VENV / f".stamp-{done}") == stamp(done) for done in {name, "dev"}):
        return
    make_venv()
    say(f"Installing requirements/{name}.txt")
    pip = [BIN / "uv", "pip", "install", "--python", PYTHON]
    call([*pip, "--require-hashes", "-r", REQUIREMENTS / f"{name}.txt"])
    call([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT])
    (VENV / f".stamp-{name}").write_text(wanted)


def stamp(name: str) -> str:
    """What an installation depends on."""
    digest = hashlib.sha256(f"{sys.version_info[:3]}{sys.platform}".encode())
    for path in (REQUIREMENTS / f"{name}.txt", ROOT / "pyproject.toml", ROOT / "hatch_build.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_venv() -> None:
    """Make .venv with uv in it, also where the system's Python has neither ensurepip nor pip."""
    if not PYTHON.exists():
        say("Making .venv")
        call([sys.executable, "-m", "venv", "--without-pip", VENV])
    if not shutil.which("uv", path=str(BIN)):
        with tempfile.TemporaryDirectory() as folder:
            boot = REQUIREMENTS / "boot.txt"
            call([*pip_command(Path(folder)), "install", "-q", "--require-hashes", "-r", boot])


def pip_command(folder: Path) -> list[str | Path]:
    """A pip that installs into .venv: this Python's own, or its wheel, which runs without being installed."""
    here: list[str | Path] = [sys.executable, "-m", "pip", "--python", PYTHON]
    if subprocess.run([*here, "--version"], capture_output=True, check=False).returncode == 0:
        return here
    return [PYTHON, fetch_pip(folder) / "pip"]


def fetch_pip(folder: Path) -> Path:
    """Download pip's newest wheel from the package index, checked against the index's digest."""
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")
    asked = urllib.request.Request(f"{index}/pip/", headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(asked) as answer:
        files = json.load(answer)["files"]
    wheels = [file for file in files if file["filename"].endswith("-py3-none-any.whl") and not file.get("yanked")]
    newest = max(wheels, key=lambda file: file["upload-time"])
    with urllib.request.urlopen(newest["url"]) as answer:
        data = answer.read()
    if hashlib.sha256(data).hexdigest() != newest["hashes"]["sha256"]:
        sys.exit("pip's wheel is not what the package index says it is.")
    wheel = folder / newest["filename"]
    wheel.write_bytes(data)
    return wheel


def read(path: Path) -> str:
    return path.read_text() if path.is_file() else ""


def call(command: list[str | Path], env: dict[str, str] | None = None) -> None:
    """Run a step; when it fails, end with its status."""
    status = subprocess.call(command, cwd=ROOT, env=env)
    if status:
        sys.exit(status)


def say(what: str) -> None:
    print(f"── {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        sys.exit(f"Greenroom needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    main(sys.argv[1:])
