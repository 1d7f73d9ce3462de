"""What a session of Orca is made of, and what to type where some of it is missing."""

from collections.abc import Iterator, Mapping
from shutil import which

# Program -> the package of Debian that has it.
PROGRAMS: Mapping[str, str] = {
    "orca": "orca",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-x11",
    "dbus-send": "dbus-x11",
}
# What Orca speaks to, and imports: no program of theirs is called.
BESIDES = ("at-spi2-core", "python3-pyatspi", "gir1.2-atspi-2.0", "gir1.2-wnck-3.0", "python3-speechd",
           "speech-dispatcher")


class NoOrca(Exception):
    """There can be no session; the text says what is missing or went wrong, and what to do."""


def need(path: str | None = None) -> None:
    """Raises NoOrca where a program is missing. path: where to look instead of in PATH."""
    if missing := [*_missing(path)]:
        packages = " ".join([*dict.fromkeys(PROGRAMS.values()), *BESIDES])
        raise NoOrca(f"A session of Orca needs programs that are not here: {', '.join(missing)}.\n"
                     f"On Debian or Ubuntu, type: apt install {packages}\nOrca runs on Linux only.")


def _missing(path: str | None) -> Iterator[str]:
    return (name for name in PROGRAMS if not which(name, path=path))
