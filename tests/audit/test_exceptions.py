"""What is borne for a time is borne for a time: an end, a need, and a file that can be read."""

import pytest

from hub.audit import exceptions
from hub.audit.exceptions import Unreadable

ENTRY = """[[exception]]
rule = "{rule}"
page = "{page}"
reason = "The new colours come with the next release"
issue = "https://forge.example/issues/7"
until = {until}
"""


def file(tmp_path, *, rule="axe/color-contrast", page="*", until="2026-12-31", more=""):
    made = tmp_path / "audit.toml"
    made.write_text(ENTRY.format(rule=rule, page=page, until=until) + more, encoding="utf-8")
    return made


def applied(made, path):
    return exceptions.applied(made, exceptions.read(path), str(path))


def gates(audit):
    return {one.rule for one in audit.failures}


def test_a_fault_that_is_borne_does_not_gate_and_is_counted(made, tmp_path):
    audit = applied(made, file(tmp_path))
    assert "axe/color-contrast" in gates(made) - gates(audit)
    assert [one.rule for one in audit.excused] == ["axe/color-contrast"]


@pytest.mark.parametrize(("changed", "rule"), [
    pytest.param({"until": "2026-11-21"}, "exception-ended", id="it ended the day before"),
    pytest.param({"rule": "axe/image-alt"}, "exception-unneeded", id="nothing needs it"),
    pytest.param({"page": "z/*"}, "exception-unneeded", id="of another page"),
])
def test_an_exception_that_no_longer_serves_gates(made, tmp_path, changed, rule):
    audit = applied(made, file(tmp_path, **changed))
    assert gates(audit) == gates(made) | {rule}
    assert audit.excused == ()


def test_the_last_day_still_counts(made, tmp_path):
    assert gates(applied(made, file(tmp_path, until="2026-11-22"))) < gates(made)


@pytest.mark.parametrize(("changed", "said"), [
    pytest.param({"until": '"soon"'}, "without quotes", id="an end in words"),
    pytest.param({"more": 'colour = "red"'}, "colour, which is not known", id="a key too many"),
    pytest.param({"more": '[[exception]]\nrule = "x"'}, "exception 2 lacks issue", id="a second one with keys too few"),
    pytest.param({"more": "[["}, "audit.toml", id="no TOML"),
])
def test_a_file_that_cannot_be_used_says_why(tmp_path, changed, said):
    with pytest.raises(Unreadable, match=said):
        exceptions.read(file(tmp_path, **changed))
