"""Copies that a test may break: of this repository, of the tiny catalogue, of the one with the other inside."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
TINY = Path(__file__).parent / "data"
# The day for which the dates of the tiny catalogue are written.
EPOCH = str(int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()))
# At the top only: scripts/hub/site and tests/site are ours.
LEFT = {".git", ".venv", ".build", ".cache", ".pytest_cache", ".ruff_cache", "node_modules", "site", "reports"}


def repository(to: Path) -> Path:
    """The repository as somebody has it who has just copied it."""
    def left(folder: str, names: list[str]) -> set[str]:
        return {"__pycache__", *(LEFT if Path(folder) == REPOSITORY else ())} & {*names}

    return Path(shutil.copytree(REPOSITORY, to, ignore=left))


def tiny(to: Path) -> Path:
    """A folder with nothing but the data/ of the invented hub."""
    shutil.copytree(TINY, to / "data")
    return to


def second_hub(to: Path) -> Path:
    """The repository with the data/ of the invented hub in place of its own."""
    shutil.rmtree(repository(to) / "data")
    return tiny(to)


def environment(root: Path, **more: str) -> dict[str, str]:
    """What scripts/environment.sh gives to the program, and a fixed day."""
    return {**os.environ, "PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1", **more}


def command(*arguments: str) -> list[str]:
    """What scripts/build and its kin run."""
    return [sys.executable, "-P", "-m", "hub", *arguments]


def run(root: Path, *arguments: str, cwd: str = ".", **more: str) -> subprocess.CompletedProcess[str]:
    """Run it in a copy, in a folder of it where one is named; more: what its environment has besides."""
    return subprocess.run(command(*arguments), cwd=root / cwd, env=environment(root, **more), capture_output=True,
                          text=True)


def files(folder: Path) -> dict[str, bytes]:
    """Path -> bytes of all that is inside, to hold two folders against each other."""
    inside = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in inside}


def planted(to: Path) -> Path:
    """The repository with an alert for all countries, in all five languages, which the hub itself must never have."""
    shutil.copytree(Path(__file__).parent / "planted", repository(to) / "data" / "alerts", dirs_exist_ok=True)
    return to
