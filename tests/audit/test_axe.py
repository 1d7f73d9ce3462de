"""axe rings where it must, in each colour scheme; and an engine that judges nothing is red."""

from pathlib import Path

import pytest

from hub.audit import axe, browser

pytestmark = pytest.mark.browser
PALE = "p{color:#999}"
DARK = "@media(prefers-color-scheme:dark){p{color:#555}}"
GREY = "p{color:#666}"  # 5.7:1 on white: enough for AA, not for AAA


@pytest.fixture
def failed(driver, engine, version, show):
    """Rules that fail on a page, in a colour scheme."""

    def _failed(body, *, scheme="light", **parts):
        browser.scheme(driver, scheme)
        show(body, **parts)
        axe.inject(driver, engine, version)
        return {finding.rule for finding in axe.judge(driver).findings if finding.outcome == "failed"}

    return _failed


def test_image_without_words_rings(failed):
    assert "image-alt" in failed('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">')


def test_image_with_words_does_not_ring(failed):
    assert not failed('<img alt="A map" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">')


def test_image_rule_does_not_apply_without_image(failed):
    assert not failed("<p>Words</p>")


def test_image_in_a_frame_rings(failed, tmp_path):
    inner = '<!doctype html><html lang="en"><title>Inside</title><main><h1>Inside</h1><img src="data:,"></main>'
    (tmp_path / "inside.html").write_text(inner, encoding="utf-8")
    assert "image-alt" in failed('<iframe title="Inside" src="inside.html"></iframe>')


@pytest.mark.parametrize(
    ("style", "scheme", "rings"),
    [
        pytest.param(PALE, "light", True, id="pale words in light"),
        pytest.param(DARK, "light", False, id="words that are bad in dark only, seen in light"),
        pytest.param(DARK, "dark", True, id="words that are bad in dark only, seen in dark"),
        pytest.param("@media(prefers-color-scheme:light){p{color:#999}}", "light", True, id="bad in light only, light"),
        pytest.param("@media(prefers-color-scheme:light){p{color:#999}}", "dark", False, id="bad in light only, dark"),
        pytest.param("", "light", False, id="good words in light"),
        pytest.param("", "dark", False, id="good words in dark"),
    ],
)
def test_contrast_rings_in_the_scheme_that_lacks_it(failed, style, scheme, rings):
    assert ("color-contrast" in failed("<p>Words to read</p>", style=style, scheme=scheme)) is rings


def test_contrast_does_not_apply_without_words(failed):
    assert "color-contrast" not in failed('<div style="background:#999;color:#888"></div>')


def test_contrast_of_level_aaa_rings_by_itself(failed):
    assert failed("<p>Words to read</p>", style=GREY) == {"color-contrast-enhanced"}


def test_scheme_and_width_change_under_an_open_page(driver, engine, version, show):
    show("<p>Words to read</p>", style=DARK)
    axe.inject(driver, engine, version)
    assert not axe.judge(driver).findings
    browser.scheme(driver, "dark")
    assert "color-contrast" in {finding.rule for finding in axe.judge(driver).findings}


def test_targets_too_small_and_too_close_ring(failed):
    tiny = "<p><button>a</button><button>b</button><button>c</button></p>"
    rule = "button{width:12px;height:12px;padding:0;border:0;margin:0;overflow:hidden;color:#000;background:#fff}"
    assert "target-size" in failed(tiny, style=rule)


def test_large_targets_do_not_ring(failed):
    assert "target-size" not in failed("<p><button>Find</button></p>", style="button{min-width:48px;min-height:48px}")


def test_every_state_runs_contrast_and_target_size(driver, engine, version, show):
    show("<p>Words</p>")
    axe.inject(driver, engine, version)
    verdict = axe.judge(driver)
    assert verdict.rules >= axe.MUST_RUN
    assert len(verdict.rules) >= 100
    assert verdict.engine == version


def test_experimental_rule_is_for_people(driver, engine, version, show):
    """css-orientation-lock is experimental: it never gates."""
    show("<p>Words</p>", style="@media(orientation:portrait){html{transform:rotate(90deg)}}")
    axe.inject(driver, engine, version)
    outcomes = {finding.outcome for finding in axe.judge(driver).findings if finding.rule == "css-orientation-lock"}
    assert outcomes == {"cantTell"}


def test_undecided_is_not_dropped(driver, engine, version, show):
    """axe cannot see the contrast of words over a picture."""
    show("<p>Words</p>", style="p{background:url(data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=)}")
    axe.inject(driver, engine, version)
    assert ("cantTell", "color-contrast") in {(each.outcome, each.rule) for each in axe.judge(driver).findings}


def test_wrong_version_is_red(driver, engine, show):
    show("<p>Words</p>")
    with pytest.raises(axe.WrongEngine, match=r"expected 3\.1\.1"):
        axe.inject(driver, engine, "3.1.1")


def test_missing_engine_says_what_to_run(driver, show, version):
    show("<p>Words</p>")
    with pytest.raises(axe.WrongEngine, match="npm ci"):
        axe.inject(driver, Path("/nowhere/axe.min.js"), version)


def test_unknown_tag_is_red(driver, engine, version, show):
    """axe itself would run nothing and report nothing: green. wcag22a looks right and does not exist."""
    show("<p>Words</p>")
    with pytest.raises(axe.WrongEngine, match="wcag22a"):
        axe.inject(driver, engine, version, tags=("wcag2a", "wcag22a"))


def test_run_without_rules_is_red(driver, engine, version, show):
    show("<p>Words</p>")
    axe.inject(driver, engine, version)
    with pytest.raises(axe.WrongEngine, match="no rule ran"):
        axe.judge(driver, tags=("wcag22a",))


def test_strict_content_security_policy_does_not_hinder(driver, base, engine, version, tmp_path):
    policy = "default-src 'none'; require-trusted-types-for 'script'"
    strict = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    page = f"<!doctype html><html lang='en'><head><title>Strict</title>{strict}</head><main><h1>Strict</h1></main>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    browser.visit(driver, base, "Strict")
    axe.inject(driver, engine, version)
    assert not [str(finding) for finding in axe.judge(driver).findings if finding.outcome == "failed"]
