"""The crawl judges every page in every state, and says so when it could not."""

import pytest

from hub.audit import crawl

pytestmark = pytest.mark.browser
PAGE = (
    '<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>{0}</title>'
    '<link rel="icon" href="data:,"><style>html,body{{background:#fff;color:#111}}{1}</style></head>'
    "<body><main><h1>{0}</h1>{2}</main></body></html>"
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory, engine, version):
    folder = tmp_path_factory.mktemp("site")
    for name, style, body in (
        ("good", "", "<p>Words</p>"),
        ("dark", "@media(prefers-color-scheme:dark){p{color:#999}}", "<p>Words</p>"),
        ("wide", "", '<p style="width:400px">Words</p>'),
        ("script", "", "<p>Words</p><script>document.querySelector('p').textContent='More'</script>"),
        ("extra", "", "<p>Words</p><p data-extra hidden></p><script>const p = document.querySelector('p + p');"
                      "p.textContent = 'More'; p.hidden = false</script>"),
        ("asks", "", '<p>Words</p><img alt="" src="https://outside.example/a.png">'),
    ):
        (folder / f"{name}.html").write_text(PAGE.format(name, style, body), encoding="utf-8")
    (folder / "headless.html").write_text("<title>x</title><p>Words</p>", encoding="utf-8")
    found = crawl.judge(folder, crawl.Engine(script=engine, version=version))
    return {report.page.removesuffix(".html"): report for report in found}


def test_every_page_in_every_state(reports):
    assert sorted(reports) == ["asks", "dark", "extra", "good", "headless", "script", "wide"]
    states = [("light", 320), ("light", 1280), ("dark", 320), ("dark", 1280)]
    assert [(state.scheme, state.width) for state in reports["good"].states] == states


def test_good_page_is_quiet(reports, version):
    good = reports["good"]
    assert [finding for state in good.states for finding in state.verdict.findings] == []
    assert {state.verdict.engine for state in good.states} == {version}
    assert (good.error, good.lost_without_script, len(good.requests)) == ("", (), 1)


def test_contrast_rings_in_dark_only(reports):
    rings = [bool(state.verdict.findings) for state in reports["dark"].states]
    assert rings == [False, False, True, True]


def test_overflow_rings_at_320_only(reports):
    assert [bool(state.overflow) for state in reports["wide"].states] == [True, False, True, False]


def test_words_that_script_changes_ring(reports):
    assert "Words" in reports["script"].lost_without_script[0]


def test_words_that_a_page_calls_an_extra_do_not_ring(reports):
    assert (reports["extra"].error, reports["extra"].lost_without_script) == ("", ())


def test_request_outside_is_told(reports):
    assert "https://outside.example/a.png" in reports["asks"].requests


def test_page_without_heading_is_an_error(reports):
    assert "WrongPage" in reports["headless"].error
    assert reports["headless"].states == ()


def test_engine_of_another_version_is_an_error(tmp_path, engine):
    (tmp_path / "a.html").write_text(PAGE.format("a", "", ""), encoding="utf-8")
    [report] = crawl.judge(tmp_path, crawl.Engine(script=engine, version="3.1.1"))
    assert "WrongEngine" in report.error


def test_empty_folder_is_red(tmp_path, engine, version):
    with pytest.raises(FileNotFoundError):
        crawl.judge(tmp_path, crawl.Engine(script=engine, version=version))
