"""Edits to the tiny catalogue, and what the editor is told: path, line, code, words. The cases are data, in cases/.

A case has edits and the problems they make beside those that the catalogue has on purpose, in order, and no other.
edits: `in` a file, `replace` a text that stands there once, `with` another; or `write` a file, or `remove` one.
problems: `at` a file, `line` its number or a text of the line (the first that holds it), `code`, and `says`, a part of
the message or the tip. `warning: yes` where the site may be built all the same.
"""

import ast
import shutil
from pathlib import Path

import pytest
import yaml

from hub import checks
from hub.load.catalogue import load
from tests.catalogue.copies import tiny

HERE = Path(__file__).parent
HUB = HERE.parents[1] / "scripts" / "hub"
CASES = [case for file in sorted(HERE.glob("cases/*.yml"))
         for case in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)]


@pytest.fixture(scope="module")
def on_purpose(tmp_path_factory) -> set[tuple[str, str, str]]:
    """What is wrong with the catalogue before any edit."""
    return {key(problem) for problem in told(tiny(tmp_path_factory.mktemp("whole")))}


def told(root: Path) -> list:
    return checks.check(load(root))


def key(problem) -> tuple[str, str, str]:
    return problem.path, problem.code, problem.message


def edit(data: Path, change: dict[str, str]) -> None:
    if "remove" in change:
        gone = data / change["remove"]
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    elif "write" in change:
        (data / change["write"]).parent.mkdir(parents=True, exist_ok=True)
        (data / change["write"]).write_text(change["text"], encoding="utf-8")
    else:
        file = data / change["in"]
        text = file.read_text(encoding="utf-8")
        assert text.count(change["replace"]) == 1, f"{change['replace']!r} stands {text.count(change['replace'])} times"
        file.write_text(text.replace(change["replace"], change["with"]), encoding="utf-8")


def line(root: Path, problem: dict[str, str]) -> int:
    if problem["line"].isdigit():
        return int(problem["line"])
    lines = (root / problem["at"]).read_text(encoding="utf-8").splitlines()
    return next(number for number, text in enumerate(lines, 1) if problem["line"] in text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_an_edit_makes_these_problems_and_no_other(case, on_purpose, tmp_path):
    root = tiny(tmp_path / "hub")
    for change in case["edits"]:
        edit(root / "data", change)
    new = [problem for problem in told(root) if key(problem) not in on_purpose]
    expected = [(each["at"], line(root, each), each["code"], each.get("warning") == "yes") for each in case["problems"]]
    assert [(each.path, each.line, each.code, each.warning) for each in new] == expected, "\n".join(map(str, new))
    for problem, wanted in zip(new, case["problems"], strict=True):
        assert wanted["says"] in str(problem)


def test_the_catalogue_has_the_problems_that_it_has_on_purpose(on_purpose):
    assert {(path, code) for path, code, _ in on_purpose} == {
        ("data/places/xx-valmont/ar.yml", "missing-translation"),
        ("data/services/xx-navette/ar.yml", "missing-translation"),
        ("data/sources/xx-oubliee.yml", "source-unused"),
    }
    assert len(on_purpose) == 3


# Which argument of a call is the code of a problem.
CODE = {"problem": 2, "say": 1, "refuse": 0, "_matching": 1}


def codes(module: Path) -> set[str]:
    """Every code that a module can give to a problem, read from its source."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in CODE]
    given = [call.args[CODE[called(call)]] for call in calls if len(call.args) > CODE[called(call)]]
    names = {node.id for argument in given for node in ast.walk(argument) if isinstance(node, ast.Name)}
    given += [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign)
              and names & {*map(name, node.targets)}]
    return {text.value for node in given for text in ast.walk(node)
            if isinstance(text, ast.Constant) and isinstance(text.value, str)}


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else name(call.func)


def name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


MODULES = [*HUB.glob("checks/*.py"), *HUB.glob("model/*.py"), HUB / "load/catalogue.py", HUB / "load/files.py"]
# No edit can make this: no field has the type yet.
NEVER = {"not-a-time"}


def test_every_code_has_a_case():
    written = set().union(*map(codes, MODULES))
    assert {"unknown-id", "missing-words", "then-missing", "not-an-id", "missing-file"} < written
    assert written - {problem["code"] for case in CASES for problem in case["problems"]} == NEVER
