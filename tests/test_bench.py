"""scripts/bench: the invented hub, what is weighed, the words that others get, the table that a command refreshes."""

import gzip
import re
import shutil
from urllib.request import Request, urlopen

import pytest
from benchmark import __main__ as bench
from benchmark import building, same_words, told, weigh
from benchmark.host import host
from benchmark.invented import invent

from hub import checks
from hub.load.catalogue import load
from hub.problems import errors
from tests.catalogue.copies import REPOSITORY, files

GUIDES, LANGUAGES = 30, 2


@pytest.fixture(scope="module", params=["real", "long"])
def invented(request, tmp_path_factory):
    root = tmp_path_factory.mktemp("invented")
    invent(REPOSITORY, root, GUIDES, LANGUAGES, request.param)
    return request.param, root


def test_it_is_a_hub_without_errors(invented):
    loaded = load(invented[1])
    assert loaded.catalogue, loaded.problems
    assert errors(checks.check(loaded)) == []
    assert len(loaded.catalogue.services) == GUIDES
    assert {len(thing.words) for thing in loaded.catalogue.services.values()} == {LANGUAGES}


def test_it_is_the_same_each_time(invented, tmp_path):
    like, root = invented
    invent(REPOSITORY, tmp_path, GUIDES, LANGUAGES, like)
    assert files(tmp_path / "data") == files(root / "data")


def test_words_of_copies_are_others(invented):
    services = invented[1] / "data" / "services"
    names = ("az-birth-registration", "az-birth-registration-1")
    one, other = ((services / name / "en.yml").read_text(encoding="utf-8") for name in names)
    assert len(one.split()) * 0.7 < len(other.split())
    assert one != other


@pytest.mark.parametrize("arguments", [[], ["build"], ["build", "x", "2"], ["build", "50", "2", "--like", "short"],
                                       ["weigh", "50", "2"], ["load", "--runs", "few"], ["peers", "many"], ["wei"],
                                       ["serve"], ["serve", "x"], ["serve", "1", "2", "3"], ["renderer", "x"],
                                       ["pages"], ["pages", "site", "--write"]])
def test_wrong_use_is_told(arguments, capsys):
    assert bench.main(arguments) == 2
    assert "usage: scripts/bench" in capsys.readouterr().err


@pytest.mark.parametrize(("guides", "languages"), [("5", "2"), ("50", "99")])
def test_numbers_that_cannot_be_are_told(guides, languages, capsys):
    assert bench.main(["build", guides, languages]) == 1
    assert "take as many" in capsys.readouterr().err


def test_growth_is_an_exponent():
    one, two = (building.Cost(guides=guides, pages=1, cpu=cpu, wall=1, memory=1, megabytes=1)
                for guides, cpu in ((50, 2.0), (200, 8.0)))
    assert building.grown(one, two) == "200 guides cost 4.00 times as much as 50; the exponent is 1.00."


def test_what_has_no_pages_is_told(tmp_path, capsys):
    for verb in ("weigh", "pages"):
        assert bench.main([verb, str(tmp_path)]) == 1
        assert "has no pages" in capsys.readouterr().err
    assert bench.main(["peers", "50", "--tools", str(REPOSITORY / "tools")]) == 1
    assert "outside this repository" in capsys.readouterr().err


PAGE = """<!doctype html><html><head><link rel="stylesheet" href="a.css"><link rel="icon" href="data:,">
<link rel="canonical" href="https://x.example/"></head><body data-kind="guide"><img src="b.png">
<script src="c.js"></script><script type="application/ld+json">{}</script><a href="d/">d</a></body></html>"""


def test_a_page_is_weighed_with_all_that_it_asks_for(tmp_path):
    for name, body in {"one": PAGE, "two": PAGE.replace("guide", "home") + "x" * 1_000}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(body)
    one, two = weigh.weigh(tmp_path)
    assert (one.name, one.kind, one.raw, one.requests) == ("one/", "guide", len(PAGE), 4)
    assert one.gzip == len(gzip.compress(PAGE.encode(), 6)) > one.brotli
    assert (two.kind, two.raw, two.gzip < two.raw - 900) == ("home", len(PAGE) - 1 + 1_000, True)
    assert [row.split(" | ")[0] for row in weigh.table([two, one])][2:] == ["| guide", "| home", "| all"]
    assert "`two/`" in [*weigh.table([two, one])][-1]


def test_the_cost_of_pages_is_told_for_each_step(tmp_path, capsys):
    for name in ("index", "other"):
        (tmp_path / f"{name}.html").write_text(f"<html lang=en><title>{name}</title><h1>{name}</h1><p>Words")
    assert bench.main(["pages", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 pages, CPU milliseconds a page:"
    assert [line.partition(":")[0].strip() for line in lines[1:4]] == [
        "reading it and finding its structure", "rules that need only its file", "rules that compare pages"]


@pytest.mark.parametrize(("sizes", "expected"), [([5], 5), ([*range(1, 11)], 9), ([*range(1, 101)], 90), ([1, 9], 9)])
def test_nine_of_ten_do_not_pass_it(sizes, expected):
    assert weigh.ninth(sizes) == expected


# The limits of physics, computed by hand: three round trips, the bytes, and the wait of a first window that is empty.
@pytest.mark.parametrize(("name", "size", "milliseconds"), [
    ("slow-3g", 2_500, 1_250), ("slow-3g", 14_000, 1_480), ("slow-3g", 20_000, 1_708), ("slow-3g", 50_000, 2_308),
    ("2g", 20_000, 3_373), ("2g", 50_000, 4_333), ("edge-bad", 6_000, 5_460), ("edge-bad", 20_000, 7_700)])
def test_a_real_visit_takes_three_round_trips_and_its_bytes(name, size, milliseconds):
    paint = pytest.importorskip("benchmark.paint")
    [throttle] = [one for one in paint.THROTTLES if one.name == name]
    assert round(paint.visit(throttle, size)) == milliseconds


def test_the_host_sends_packed_files_counts_them_and_nothing_else(tmp_path):
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path.parent / "secret").write_text("secret")
    with host(tmp_path) as (address, sent):
        with urlopen(Request(address, headers={"Accept-Encoding": "gzip"})) as answer:
            assert gzip.decompress(body := answer.read()).decode() == PAGE
        for path in ("nothing", "%2e%2e/secret", "../secret"):
            with pytest.raises(OSError, match="404"):
                urlopen(address + path)
    assert (sent.requests[0], sent.bytes, len(sent.requests)) == (("/", len(body)), len(body), 4)


def test_others_get_the_words_of_our_guides(built_site, tmp_path):
    every = [*same_words.guides(built_site, ["en"])]
    assert len(every) > 10
    for guide in every:
        mine = built_site / "guides" / guide.id / "index.html"
        page = tmp_path / f"{guide.id}.html"
        page.write_text(f"<h1>{guide.title}</h1><p>{guide.body}</p>".replace("\\", ""), encoding="utf-8")
        assert same_words.missing(mine, page) < 0.01, guide.id
    half = " ".join(guide.body.split()[: len(guide.body.split()) // 2])
    page.write_text(f"<p>{half}</p>", encoding="utf-8")
    assert 0.3 < same_words.missing(mine, page) < 0.8


def test_a_table_takes_the_place_of_the_last_one_and_only_that(tmp_path):
    page = shutil.copy(told.PAGE, tmp_path / "page.md")
    before = page.read_text(encoding="utf-8")
    told.write("weigh", ["| a |", "| \\1 |"], page)
    now = page.read_text(encoding="utf-8")
    first, last = before.index("<!-- bench weigh -->"), before.index("<!-- end of bench weigh -->")
    assert now == f"{before[:first]}<!-- bench weigh -->\n| a |\n| \\1 |\n{before[last:]}"
    with pytest.raises(told.NoPlace, match="<!-- bench nothing -->"):
        told.write("nothing", [], page)


# A path from the root of a disk; addresses of pages have none.
FOLDER = re.compile(r"(?<![\w.])/[a-z]+/")


@pytest.mark.parametrize("verb", ["build", "weigh", "load", "peers"])
def test_every_table_of_the_page_was_written_by_its_command(verb):
    text = told.PAGE.read_text(encoding="utf-8")
    part = text.partition(f"<!-- bench {verb} -->\n")[2].partition(f"<!-- end of bench {verb} -->")[0]
    assert part.startswith(f"Made by `scripts/bench {verb}")
    assert "| --- |" in part
    assert not FOLDER.search(part)


def test_no_folder_of_this_machine_stands_in_a_table(tmp_path):
    assert FOLDER.search(f"`scripts/bench weigh {tmp_path}`")
    made = told.machine(["weigh", str(tmp_path), "--write"])
    assert "`scripts/bench weigh FOLDER`" in made
    assert not FOLDER.search(made)
