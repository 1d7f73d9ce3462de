"""Whether another renderer makes the same site: ProperDocs, the maintained copy of MkDocs 1 (docs/design/renderer.md).

It is installed beside the hub's own packages, from a lock of its own, into a folder that only this command uses.
"""

import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

_PLACE = Path(".cache") / "renderer"
LOCK = Path("requirements") / "renderer.txt"
# One moment for both, so that a midnight between them makes no difference.
_BUILDS = {"mkdocs": (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"),
           "properdocs": ("-m", "properdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.yml")}


class Broken(Exception):
    """The other renderer could not be installed, or made no site; the text says so."""


def compared(root: Path, epoch: int) -> tuple[int, int, list[str]]:
    """Build with both: how many files each makes, and the names of those that differ. Raises Broken."""
    python = _installed(root)
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        ours, theirs = Path(folder) / "mkdocs", Path(folder) / "properdocs"
        _make(root, [*_BUILDS["mkdocs"], "--site-dir", str(ours)], epoch)
        _make(root, [str(python), *_BUILDS["properdocs"], "--site-dir", str(theirs)], epoch)
        return len(prints(ours)), len(prints(theirs)), differing(ours, theirs)


def _installed(root: Path) -> Path:
    """The Python of an environment that has the lock of the other renderer; made where it is not there."""
    place = root / _PLACE
    mark, wanted = place / "lock", sha256((root / LOCK).read_bytes()).hexdigest()
    if not mark.exists() or mark.read_text() != wanted:
        _run([sys.executable, "-m", "venv", "--clear", str(place)], "Python could not make an environment.")
        _run([str(place / "bin" / "python"), "-m", "pip", "install", "-qq", "--no-input", "--no-deps",
              "--require-hashes", "-r", str(root / LOCK)], "pip could not install ProperDocs.")
        mark.write_text(wanted)
    return place / "bin" / "python"


def _make(root: Path, command: list[str], epoch: int) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    _run(command, f"{Path(command[-1]).name} made no site.", cwd=root, env=environment)


def _run(command: list[str], sentence: str, **more: object) -> None:
    if subprocess.run(command, **more).returncode:
        raise Broken(f"{sentence} The reason is above.")


def prints(folder: Path) -> dict[str, str]:
    """Name -> print of each file."""
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """The files that only one of the folders has, or that are not the same in both."""
    mine, others = prints(one), prints(other)
    return sorted(name for name in {*mine, *others} if mine.get(name) != others.get(name))
