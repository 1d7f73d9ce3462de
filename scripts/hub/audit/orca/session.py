"""A desktop that exists only for Orca: a screen in memory, a message bus, a window manager, and Orca itself.

Nothing of the person's own desktop is touched: home, bus and screen are new, and gone afterwards.
"""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hub.audit.orca.ears import Ears, open_ears
from hub.audit.orca.needs import NoOrca, need

READY = "Screen reader on."
SECONDS = 60
Environment = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Desktop:
    """environment: for every program that is to be heard. version: of Orca."""

    environment: Mapping[str, str]
    ears: Ears
    version: str

    def press(self, key: str) -> None:
        """Press a key by its X name: h, Tab, ctrl+Home. Raises NoOrca."""
        _said(["xdotool", "key", key], dict(self.environment))


@contextmanager
def desktop() -> Iterator[Desktop]:
    """A desktop on which Orca speaks. Raises NoOrca."""
    need()
    with TemporaryDirectory(prefix="stepfree-orca-", ignore_cleanup_errors=True) as home, ExitStack() as running:
        environment = _environment(Path(home))
        version = _said(["orca", "--version"], environment)
        # Each program must be up before the next one is started
        environment["DISPLAY"] = f":{running.enter_context(_screen(environment))}"
        environment["DBUS_SESSION_BUS_ADDRESS"] = running.enter_context(_bus(environment))
        _accessible(environment)
        running.enter_context(_started(["openbox"], environment))
        ears = running.enter_context(open_ears())
        # Never --replace: it ends every other Orca of the same person, who may need it
        orca = running.enter_context(_started(["orca", "--debug", f"--debug-file={ears.path}", "--enable=speech",
                                               "--disable=braille"], environment))
        _begun(ears, orca, version)
        yield Desktop(environment=environment, ears=ears, version=version)


def _begun(ears: Ears, orca: subprocess.Popen[str], version: str) -> None:
    """Wait until Orca speaks."""
    end = time.monotonic() + SECONDS
    while READY not in ears.said:
        if orca.poll() is not None:
            raise NoOrca(f"Orca {version} ended at once. It does so where the same person has another Orca: then type "
                         "this command as another user. Else one of its packages may be missing")
        if time.monotonic() > end:
            raise NoOrca(f"Orca {version} did not begin to speak within {SECONDS} seconds. Type the command again")
        time.sleep(0.1)
    ears.since(0, least=1, quiet=1, most=SECONDS)


def _environment(home: Path) -> Environment:
    """Nothing of ours goes in: PYTHONPATH, for example, would show Orca our modules."""
    (home / "run").mkdir(mode=0o700)
    return {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run"), "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "C.UTF-8", "NO_AT_BRIDGE": "0", "GTK_MODULES": "gail:atk-bridge",
            # Orca would start a voice, which outlives it
            "SPEECHD_CMD": str(home / "no-voice")}


@contextmanager
def _screen(environment: Environment) -> Iterator[str]:
    """The number of a new screen, which Xvfb chooses itself."""
    told, tell = os.pipe()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with os.fdopen(told) as answer, _started(command, environment, pass_fds=(tell,)):
        os.close(tell)
        if not (number := answer.readline().strip()):
            raise NoOrca("Xvfb, the screen in memory, did not start. Type Xvfb :77 to see why")
        yield number


@contextmanager
def _bus(environment: Environment) -> Iterator[str]:
    """The address of a new message bus; it starts the bus of accessibility by itself when that is first asked."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with _started(command, environment, stdout=subprocess.PIPE, text=True) as bus, bus.stdout:
        if not (address := bus.stdout.readline().strip()):
            raise NoOrca("dbus-daemon, the message bus, did not start. Type dbus-daemon --session to see why")
        yield address


def _accessible(environment: Environment) -> None:
    """Say that a screen reader is here, or no program would tell it anything."""
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        _said(["dbus-send", "--session", "--dest=org.a11y.Bus", "--print-reply", "/org/a11y/bus",
               "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", f"string:{name}",
               "variant:boolean:true"], environment)


def _said(command: list[str], environment: Environment) -> str:
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise NoOrca(f"{command[0]} hung for {SECONDS} seconds") from None
    if done.returncode:
        raise NoOrca(f"{command[0]} did not work: {done.stderr.strip()[-300:]}")
    return done.stdout.strip()


@contextmanager
def _started(command: list[str], environment: Environment, **more: object) -> Iterator[subprocess.Popen[str]]:
    """A program that runs until the block ends, with all that it has started."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    program = subprocess.Popen(command, env=environment, start_new_session=True, **{**quiet, **more})
    try:
        yield program
    finally:
        _ended(program)


def _ended(program: subprocess.Popen[str]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(program.pid, sign)
            program.wait(timeout=2)
        except subprocess.TimeoutExpired:
            continue
        except ProcessLookupError:
            program.wait()
            return
