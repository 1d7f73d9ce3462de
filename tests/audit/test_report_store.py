"""An audit is kept whole in a file, and parts of one come together again."""

from dataclasses import replace

import pytest

from hub.audit.report import store


def test_what_is_written_is_read_again(made, tmp_path):
    store.write(made, tmp_path / "audit.json")
    assert store.read(tmp_path / "audit.json") == made


def test_what_is_excused_is_kept(made, tmp_path):
    store.write(replace(made, excused=made.pages[0].findings), tmp_path / "audit.json")
    assert store.read(tmp_path / "audit.json").excused == made.pages[0].findings


def test_parts_make_the_whole_in_any_order(made):
    parts = [replace(made, pages=made.pages[1:], planned=2), replace(made, pages=made.pages[:1], planned=1)]
    assert store.merge(parts) == made


def test_the_day_is_that_of_the_last_part(made):
    parts = [replace(made, pages=made.pages[:1]), replace(made, pages=made.pages[1:], day="2026-11-23")]
    assert store.merge(parts).day == "2026-11-23"


@pytest.mark.parametrize(("other", "said"), [
    pytest.param({"target": "elsewhere", "pages": ()}, "different things: elsewhere, site", id="another site"),
    pytest.param({}, "a b/index.html is in two", id="the same part twice"),
])
def test_what_does_not_belong_together_is_refused(made, other, said):
    with pytest.raises(store.Unmergeable, match=said):
        store.merge([made, replace(made, **other)])


def test_parts_judged_by_other_versions_are_refused(made):
    later = replace(made.pages[1], engines={"stepfree": "2"})
    with pytest.raises(store.Unmergeable, match="versions of stepfree"):
        store.merge([replace(made, pages=made.pages[:1]), replace(made, pages=(later,))])


@pytest.mark.parametrize(("text", "said"), [
    pytest.param("{", "cannot be read", id="no JSON"),
    pytest.param("[]", "no audit.json", id="a list"),
    pytest.param('{"form": "stepfree-audit-0"}', "no audit.json of this version", id="another form"),
    pytest.param('{"form": "stepfree-audit-1", "target": "x"}', "not whole", id="half a file"),
])
def test_other_files_are_refused(tmp_path, text, said):
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(store.Unmergeable, match=said):
        store.read(tmp_path / "a.json")
