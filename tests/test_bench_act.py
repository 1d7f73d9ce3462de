"""The measure of the audit: what counts as a hit, what another engine says, and what to type when it is not there."""

import json
import shutil
import subprocess

import pytest
from benchmark import act, engines
from benchmark.engines import ENGINES
from benchmark.score import Case, cases, gains, of, score

CASES = [Case(rule="a1", expected=expected, approved=True, path=f"testcases/a1/{name}.html")
         for name, expected in (("failed-1", "failed"), ("failed-2", "failed"), ("passed-1", "passed"))]
MAPPED = {"a1": {"axe/a", "own-rule", "alfa/sia-r9", "alfa/sia-r10", "alfa/sia-r11"}}
SAID = [{"axe/a": "failed", "own-rule": "passed", "alfa/sia-r9": "failed"},
        {"axe/a": "passed", "own-rule": "cantTell", "alfa/sia-r9": "failed", "alfa/sia-r10": "failed"},
        {"axe/a": "inapplicable", "alfa/sia-r10": "failed", "axe/other": "failed"}]
FOUND = list(zip(CASES, SAID, strict=True))


@pytest.mark.parametrize(("who", "found", "reviewed", "false"), [
    (("axe",), 1, 1, 0), (("ours",), 0, 1, 0), (("axe", "ours"), 1, 2, 0), (("alfa",), 2, 2, 1), (("ibm",), 0, 0, 0)])
def test_hits_and_false_alarms_are_counted(who, found, reviewed, false):
    """A rule that implements another ACT rule is no witness here: axe/other is not counted."""
    got = score(FOUND, MAPPED, of(*who))
    assert (got.found, got.reviewed, got.false, got.failed, got.others) == (found, reviewed, false, 2, 1)


def test_what_each_rule_would_add_leaves_out_what_is_found_already():
    nine, ten = gains(FOUND, MAPPED, of("axe", "ours"), "alfa")
    assert (nine.rule, nine.found, nine.false) == ("alfa/sia-r9", ("testcases/a1/failed-2.html",), ())
    assert ten.row() == "| alfa/sia-r10 | 1: a1 failed-2 | 1: a1 passed-1 |"


def test_the_table_has_the_audit_with_the_other_engine_and_with_its_sure_rules():
    lines = list(act.table(FOUND, MAPPED, ["alfa"]))
    assert "| both: the audit | 1 of 2 (50.0 %) | 100.0 % | 0 of 1 (0.0 %) |" in lines
    assert "| the audit and Alfa 0.114.0 | 2 of 2 (100.0 %) | 100.0 % | 1 of 1 (100.0 %) |" in lines
    assert "| the audit and the rules of Alfa that only add hits (1) | 2 of 2 (100.0 %) | 100.0 % | 0 of 1 (0.0 %) |" \
        in lines


def test_the_strongest_of_all_places_is_what_a_rule_says():
    answer = {"version": "0.114.0", "said": [["sia-r1", "passed"], ["sia-r1", "failed"], ["sia-r2", "cantTell"],
                                             ["sia-r2", "inapplicable"]]}
    assert engines.said(ENGINES["alfa"], answer) == {"alfa/sia-r1": "failed", "alfa/sia-r2": "cantTell"}


@pytest.mark.parametrize(("answer", "words"), [
    ({"version": "0.1.0", "said": [["sia-r1", "passed"]]}, "Alfa 0.1.0 has judged, expected 0.114.0"),
    ({"version": "0.114.0", "said": []}, "Alfa: no rule ran")])
def test_an_engine_that_judged_nothing_is_no_engine(answer, words):
    with pytest.raises(engines.NoEngine, match=words):
        engines.said(ENGINES["alfa"], answer)


def test_the_rules_of_alfa_are_those_of_the_act_rules():
    """One of Alfa's may implement two, and one ACT rule may have more than one of Alfa's."""
    known = engines.acts("alfa")
    assert known["97a4e1"] == {"alfa/sia-r12"}
    assert known["6a7281"] == known["in6db8"] == {"alfa/sia-r19"}
    assert all(len(name) == 6 and rules for name, rules in known.items())
    assert engines.acts("ibm") == {}


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_that_is_not_there_says_what_to_type(name, tmp_path):
    with pytest.raises(engines.NoEngine) as told:
        engines.installed(ENGINES[name], tmp_path)
    assert f"Type: npm install --prefix {tmp_path} --ignore-scripts --save-exact" in str(told.value)
    assert all(f"{package}@{version}" in str(told.value) for package, version in ENGINES[name].packages.items())


@pytest.mark.parametrize(("version", "there"), [("0.21.0", True), ("0.20.0", False)])
def test_another_version_is_told(version, there, tmp_path):
    package = tmp_path / "node_modules/@accesslint/core/package.json"
    package.parent.mkdir(parents=True)
    package.write_text(json.dumps({"version": version}), encoding="utf-8")
    if there:
        engines.installed(ENGINES["accesslint"], tmp_path)
        return
    with pytest.raises(engines.NoEngine, match=r"0\.21\.0 is wanted, and is 0\.20\.0"):
        engines.installed(ENGINES["accesslint"], tmp_path)


def test_no_engine_of_the_comparison_is_a_part_of_the_audit():
    pinned = json.loads((engines.HERE.parents[1] / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert not {package for engine in ENGINES.values() for package in engine.packages} & {*pinned}


def test_what_was_kept_is_not_judged_again(tmp_path):
    """Except a page that could not be judged: another day it may be."""
    kept = act.Kept(tmp_path / "kept.jsonl")
    kept.keep("audit", CASES[0].path, SAID[0])
    kept.keep("audit", CASES[1].path, {"page-judged": "failed"})
    again = act.Kept(tmp_path / "kept.jsonl")
    assert again.missing("audit", CASES) == CASES[1:]
    assert again.known["audit", CASES[0].path] == SAID[0]
    assert again.missing("alfa", CASES) == CASES


def test_cases_without_a_page_are_left_out(tmp_path):
    known = [{"ruleId": "a1", "expected": "failed", "relativePath": f"content-assets/wcag-act-rules/{name}"}
             for name in ("there.html", "gone.html")]
    (tmp_path / "testcases.json").write_text(json.dumps({"testcases": known}), encoding="utf-8")
    (tmp_path / "there.html").write_text("<p>Words", encoding="utf-8")
    assert cases(tmp_path) == [Case(rule="a1", expected="failed", approved=False, path="there.html")]


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["nowhere", "--engine", "unheard-of"]])
def test_wrong_use_of_act_is_told(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        act.main(arguments)
    assert ended.value.code == 2
    assert "usage: scripts/bench act" in capsys.readouterr().err


def test_a_page_that_node_judges():
    """Only where Alfa is installed: a page without a language fails R4, and a rule of tables does not apply."""
    try:
        engines.installed(ENGINES["alfa"])
    except engines.NoEngine as reason:
        pytest.skip(str(reason))
    root = {"type": "element", "namespace": "http://www.w3.org/1999/xhtml", "prefix": None, "name": "html",
            "attributes": [], "style": None, "children": [], "shadow": None, "content": None, "box": None}
    document = json.dumps({"type": "document", "children": [root], "style": []})
    answer = subprocess.run([shutil.which("node"), engines.HERE / "alfa.mjs", engines.FOLDER], input=f"{document}\n",
                            capture_output=True, text=True, check=True)
    got = engines.said(ENGINES["alfa"], json.loads(answer.stdout))
    assert (got["alfa/sia-r4"], got["alfa/sia-r45"]) == ("failed", "inapplicable")
