"""What stands around the program: locks, settings, and the verbs in scripts/."""

import json
import os
import re
import shutil
import subprocess
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ["build", "test", "node", "renderer", "full-text"]
VERBS = sorted(path.name for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix)
SHELL = [*(f"scripts/{verb}" for verb in VERBS), "scripts/environment.sh", ".ci/run"]
# Made by us or by tools, and not in git
MADE = {".git", ".venv", ".build", ".cache", "site", "reports", "node_modules", "__pycache__"}
MADE |= {".pytest_cache", ".ruff_cache"}
# In pieces, so that this file passes its own test
HOSTS = ["py" + "pi.org", "python" + "hosted", "npm" + "js", "debian" + ".org", "ubuntu" + ".com"]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name):
    """The lines of a lock, each pin with all its hashes on one line, without uv's remarks."""
    lines = read(f"requirements/{name}.txt").replace("\\\n", " ").splitlines()
    return [line for line in lines if not line.lstrip().startswith("#")]


def name_and_version(pin):
    return pin.split("--hash")[0].strip()


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_is_exact_and_has_a_hash(name):
    assert pins(name)
    for pin in pins(name):
        assert re.match(r"[a-z0-9-]+==\S+ ", pin), f"{pin} is no exact pin"
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", pin), f"{pin} has no hash"


@pytest.mark.parametrize("name", [*(f"requirements/{lock}.txt" for lock in LOCKS), "package-lock.json"])
def test_no_address_in_a_lock(name):
    assert not re.search(r"://|index-url|find-links|resolved", read(name))


@pytest.mark.parametrize("name", ["test", "renderer"])
def test_the_other_environments_hold_the_one_for_building(name):
    assert {*map(name_and_version, pins("build"))} < {*map(name_and_version, pins(name))}


def test_each_dependency_is_in_its_lock():
    project = tomllib.loads(read("pyproject.toml"))
    for lock, wanted in [("build", project["project"]["dependencies"]), *project["dependency-groups"].items()]:
        locked = {pin.split("==")[0] for pin in pins(lock)}
        assert {re.match(r"[\w-]+", line)[0].lower() for line in wanted} <= locked


def dependencies_with_the_line_above():
    lines = read("pyproject.toml").splitlines()
    wanted = re.compile(r'    "[\w-]+(\[|[<>=~]|")')
    return [(line.strip(), above.strip()) for above, line in pairwise(lines) if wanted.match(line)]


def test_each_dependency_says_why_it_is_there():
    project = tomllib.loads(read("pyproject.toml"))
    seen = dependencies_with_the_line_above()
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    assert len(seen) == sum(map(len, groups))
    for line, above in seen:
        assert above.startswith("# "), f"say above {line} why it is needed"


def test_the_accessibility_engine_is_pinned_exactly():
    version = json.loads(read("package.json"))["devDependencies"]["axe-core"]
    locked = json.loads(read("package-lock.json"))["packages"]["node_modules/axe-core"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert locked["version"] == version
    assert locked["integrity"].startswith("sha512-")


def test_npm_runs_no_script_of_a_package_and_writes_no_address():
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= {*read(".npmrc").split()}


def files():
    for folder, names, here in os.walk(ROOT):
        names[:] = [name for name in names if name not in MADE]
        yield from (Path(folder, name) for name in here)


def test_no_file_names_the_host_of_a_registry():
    found = []
    for path in files():
        text = path.read_bytes().lower()
        found += [f"{path.relative_to(ROOT)} names {host}" for host in HOSTS if host.encode() in text]
    assert not found


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path):
    for action in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8")):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", action)


def test_an_action_has_one_commit_in_all_workflows():
    pinned = {found for path in (ROOT / ".github/workflows").glob("*.yml")
              for found in re.findall(r"uses: ([\w/-]+)@(\w+)", path.read_text(encoding="utf-8"))}
    assert len(pinned) == len({name for name, _ in pinned}) > 3


@pytest.mark.parametrize("shell", [name for name in ["sh", "dash", "bash"] if shutil.which(name)])
@pytest.mark.parametrize("name", SHELL)
def test_scripts_are_shell_that_every_system_reads(shell, name):
    subprocess.run([shell, "-n", ROOT / name], check=True)
    assert read(name).startswith("# " if name.endswith(".sh") else "#!/bin/sh\n# "), "begin by saying what it is for"


@pytest.mark.parametrize("name", [name for name in SHELL if not name.endswith(".sh")])
def test_scripts_can_be_run(name):
    assert os.access(ROOT / name, os.X_OK)
