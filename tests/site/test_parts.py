"""Parts of a site, put together, are the whole site; parts that do not fit are refused, and the reason is said."""

import json
import shutil
from pathlib import Path

import pytest

from hub.site import build as building
from hub.site.build import Refused, build, join
from hub.site.parts import NOTE
from tests.catalogue.copies import EPOCH, REPOSITORY, files, second_hub

HUBS = {"ours": ("en", "az", "sw", "ru", "ar"), "invented": ("fr", "ar")}


def quiet(_: str) -> None:
    pass


@pytest.fixture(scope="module", params=HUBS)
def made(request, tmp_path_factory):
    """(the hub, its whole site, its parts, one for each language)."""
    folder = tmp_path_factory.mktemp(request.param)
    root = REPOSITORY if request.param == "ours" else second_hub(folder / "hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(root, quiet, into=folder / "whole")
        for code in HUBS[request.param]:
            build(root, quiet, languages=(code,), into=folder / code)
    return root, folder / "whole", {code: folder / code for code in HUBS[request.param]}


def test_parts_put_together_are_the_whole_site(made, tmp_path):
    root, whole, parts = made
    told = join(root, [*reversed(parts.values())], quiet, into=tmp_path / "joined")
    assert files(tmp_path / "joined") == files(whole)
    assert [*told.pages] == [*parts]


def test_a_part_has_pages_of_its_languages_only(made):
    _, whole, parts = made
    pages = {code: {path for path in files(part) if path.endswith("index.html")} for code, part in parts.items()}
    assert sum(map(len, pages.values())) == len({path for path in files(whole) if path.endswith("index.html")})
    assert all(path.startswith(f"{code}/") for code in [*parts][1:] for path in pages[code])


@pytest.fixture
def two(tmp_path_factory, tmp_path):
    """The two parts of the invented hub, to be spoilt."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        if not (kept := tmp_path_factory.getbasetemp() / "two").exists():
            root = second_hub(kept / "hub")
            for code in HUBS["invented"]:
                build(root, quiet, languages=(code,), into=kept / code)
    return [Path(shutil.copytree(kept / code, tmp_path / code)) for code in HUBS["invented"]]


def rewritten(part, **changes):
    known = json.loads((part / NOTE).read_text())
    known["origin"] |= changes
    (part / NOTE).write_text(json.dumps(known))


def other_data(fr, ar):
    known = json.loads((ar / NOTE).read_text())["origin"]["sources"]
    rewritten(ar, sources=known | {"data": "0"})


def other_file(fr, ar):
    (ar / "sitemap.xml").write_text("")


SPOILT = {
    "no part": (lambda fr, ar: (ar / NOTE).unlink(), "ar is no part: it has no file part.json"),
    "a note that cannot be read": (lambda fr, ar: (ar / NOTE).write_text("{"), "part.json cannot be read"),
    "other data": (other_data, "were not made from the same. What differs: data. Make all parts"),
    "another day": (lambda fr, ar: rewritten(ar, day="2026-11-23"), "differs: the day (2026-11-22 and 2026-11-23)"),
    "an alert between": (lambda fr, ar: rewritten(fr, until="2026-11-22T12:00:00+00:00"), "an alert began or ended"),
    "a file that differs": (other_file, "sitemap.xml is not the same as in another part"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_parts_that_do_not_fit_are_refused(name, two, tmp_path):
    spoil, words = SPOILT[name]
    spoil(*two)
    with pytest.raises(Refused, match=r".") as caught:
        join(tmp_path, two, quiet, into=tmp_path / "joined")
    assert words in str(caught.value)
    assert not (tmp_path / "joined").exists()


@pytest.mark.parametrize(("which", "words"), [
    ([0], "No part has the language ar. Languages of the hub: fr, ar."),
    ([0, 1, 2], "More than one part has the language fr: "),
])
def test_each_language_is_there_once(which, words, two, tmp_path):
    folders = [*two, Path(shutil.copytree(two[0], tmp_path / "again"))]
    with pytest.raises(Refused) as caught:
        join(tmp_path, [folders[number] for number in which], quiet, into=tmp_path / "joined")
    assert str(caught.value).startswith(words)


def test_a_link_of_the_joined_site_that_leads_nowhere_is_told(two, tmp_path):
    shutil.rmtree(two[1] / "ar" / "a-z")
    with pytest.raises(Refused, match="a-z/ leads to no page"):
        join(tmp_path, two, quiet, into=tmp_path / "joined")


def test_a_language_that_the_hub_does_not_have_is_told(tmp_path):
    with pytest.raises(Refused, match=r"no language xx. Languages of the hub: en, az, sw, ru, ar\."):
        build(REPOSITORY, quiet, languages=("az", "xx"), into=tmp_path / "part")


def test_a_folder_with_other_files_is_not_replaced(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(Refused, match="holds files that no build made"):
        building.build(REPOSITORY, quiet, into=tmp_path)
    assert (tmp_path / "letter.txt").exists()
