"""What the verbs in scripts/ do on a machine that lacks something: they install it, or say what to type."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def elsewhere(tmp_path):
    """A copy of the scripts in a folder with a space in its name, and a PATH on which only a few tools stand."""
    copy = tmp_path / "two words"
    for name in ["scripts", "requirements"]:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("hub"))
    shutil.copy(ROOT / "package-lock.json", copy)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ["cat", "cksum", "dirname", "grep", "sh"]:
        (tools / name).symlink_to(shutil.which(name))
    return copy, tools


def run(elsewhere, verb, *arguments, **more):
    copy, tools = elsewhere
    command, environment = [copy / "scripts" / verb, *arguments], {"PATH": str(tools)} | more
    return subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True)


def put(tools, name, text):
    (tools / name).write_text(f"#!/bin/sh\n{text}\n")
    (tools / name).chmod(0o755)


@pytest.mark.parametrize("verb", ["build", "serve", "check", "test"])
def test_a_python_that_is_too_old_is_refused(elsewhere, verb):
    put(elsewhere[1], "python3", "echo 3.9.2")
    done = run(elsewhere, verb)
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs Python 3.11 or newer. Found: Python 3.9.2." in done.stderr
    assert "apt install python3 python3-venv" in done.stderr


def test_no_python_is_said(elsewhere):
    done = run(elsewhere, "build")
    assert done.returncode == 2
    assert "Found: no Python at all." in done.stderr


def test_a_python_without_venv_is_said(elsewhere):
    put(elsewhere[1], "python3", 'case $2 in *ensurepip*) exit 1 ;; esac; echo "3.12.3"')
    done = run(elsewhere, "build")
    assert done.returncode == 2
    assert "apt install python3-venv" in done.stderr


@pytest.fixture
def ready(elsewhere):
    """The same with an environment that its stamp calls current, so that nothing is installed."""
    copy, tools = elsewhere
    (copy / ".venv/bin").mkdir(parents=True)
    put(copy / ".venv/bin", "python", 'case $1 in -ISc) echo 3.11.9 ;; *) echo "$@" ;; esac')
    locks = [f"{name} {checksum(copy / f'requirements/{name}.txt')}" for name in ["build", "test"]]
    (copy / ".venv/stamp").write_text("\n".join(["python 3.11.9", *locks, ""]))
    (copy / "node_modules/axe-core").mkdir(parents=True)
    (copy / "node_modules/axe-core/axe.min.js").touch()
    (copy / "node_modules/stamp").write_text(checksum(copy / "package-lock.json") + "\n")
    return copy, tools


def checksum(path):
    return subprocess.run(["cksum"], input=path.read_bytes(), capture_output=True, check=True).stdout.decode().strip()


def test_a_current_environment_is_used_without_a_word(ready):
    done = run(ready, "build")
    assert (done.returncode, done.stdout, done.stderr) == (0, "-P -m hub build\n", "")


def test_full_text_installs_its_package_once_and_only_then(ready):
    for name in ["rm", "sort", "mv"]:
        (ready[1] / name).symlink_to(shutil.which(name))
    asked = run(ready, "build", "--full-text")
    assert asked.stdout == "-P -m hub build --full-text\n"
    assert "--require-hashes -r requirements/full-text.txt" in asked.stderr
    assert run(ready, "build").stderr == run(ready, "build", "--full-text").stderr == ""


def test_the_tests_of_full_text_install_its_package_too(ready):
    for name in ["rm", "sort", "mv"]:
        (ready[1] / name).symlink_to(shutil.which(name))
    asked = run(ready, "test", FULL_TEXT="1", HUB_NO_BROWSER="1")
    assert "-m pytest -m not browser" in asked.stdout
    assert "--require-hashes -r requirements/full-text.txt" in asked.stderr


def test_check_looks_for_its_paths_where_it_was_typed(ready):
    put(ready[0] / ".venv/bin", "python", 'case $1 in -ISc) echo 3.11.9 ;; *) echo "$PWD" "$@" ;; esac')
    assert run(ready, "check", "data").stdout == "/ -P -m hub check data\n"


def test_a_changed_lock_makes_the_environment_anew(ready):
    with (ready[0] / "requirements/build.txt").open("a") as lock:
        lock.write("# changed\n")
    assert "Found: no Python at all." in run(ready, "build").stderr


def test_no_browser_is_a_failure_with_the_line_to_type(ready):
    done = run(ready, "test")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Not found: Chromium." in done.stderr
    assert "apt install chromium chromium-driver" in done.stderr


def test_a_browser_without_its_driver_is_a_failure(ready):
    put(ready[1], "chromium", "exit 0")
    done = run(ready, "test")
    assert done.returncode == 2
    assert "Not found: the driver, chromedriver." in done.stderr


@pytest.mark.parametrize(("arguments", "more"), [(["audit", "site", "--orca", "heard"], {}),
                                                 (["test", "tests/audit/test_orca.py"], {"ORCA": "1"})])
def test_a_session_of_orca_without_orca_is_a_failure_with_the_line_to_type(ready, arguments, more):
    for name in ["chromium", "chromedriver", "Xvfb", "openbox"]:
        put(ready[1], name, "exit 0")
    done = run(ready, *arguments, **more)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Not found: orca." in done.stderr
    assert "apt install orca xvfb openbox xdotool" in done.stderr


def test_the_browsers_of_a_grid_are_not_looked_for_here(ready):
    done = run(ready, "audit", "site", "--grid", "http://grid.example")
    assert (done.returncode, done.stdout) == (0, "-P -m hub audit site --grid http://grid.example\n")


def root_on_debian(tools, apt_get):
    put(tools, "id", "echo 0")
    put(tools, "apt-get", apt_get)
    for name in ["chmod", "mkdir", "tail"]:
        (tools / name).symlink_to(shutil.which(name))


def test_root_on_debian_gets_the_browser_installed(ready):
    copy, tools = ready
    root_on_debian(tools, f"echo $*; cd '{tools}'; echo >chromium; echo >chromedriver; chmod +x chromium chromedriver")
    done = run(ready, "test")
    assert done.returncode == 0
    assert "Installing Chromium, its driver" in done.stderr
    assert "chromium chromium-driver fonts-noto-core" in (copy / ".cache/apt.log").read_text()


def test_an_installation_that_fails_says_why_and_what_to_type(ready):
    root_on_debian(ready[1], "echo no network; exit 100")
    done = run(ready, "test")
    assert done.returncode == 2
    assert "no network\n" in done.stderr
    assert "apt install chromium chromium-driver" in done.stderr


def test_leaving_out_the_browser_is_said_loudly(ready):
    done = run(ready, "test", HUB_NO_BROWSER="1")
    assert done.returncode == 0
    assert done.stdout.endswith("-m pytest -m not browser --numprocesses=auto --dist=loadfile\n")
    assert done.stderr.count("WARNING: ") == 2
