"""scripts/bench peers: what is not made in time, fails, lacks words or is not installed is told and stops nothing."""

import re
import sys
import time

import pytest
from benchmark import peer_site, peers, ratios
from benchmark.building import Cost
from benchmark.load import Subject
from benchmark.paint import Paint
from benchmark.reader import Reader
from benchmark.same_words import Guide

WORDS = "Take your identity card and two photographs to the counter and wait for your number."
NAMES = {"en": "English"}
GUIDES = [Guide(id=name, language="en", title="Get a card", body=WORDS) for name in ("one", "two")]


def peer(program: str, **more) -> peers.Peer:
    """A maker of sites that is a line of Python."""
    return peers.Peer(name="Maker", package="maker", program="", install=(("npm", "install", "maker"),),
                      runs=((sys.executable, "-c", program),), write=written, **more)


def written(folder, guides, names):
    (folder / "words").mkdir(parents=True)
    for guide in guides:
        (folder / "words" / guide.id).write_text(guide.body)


@pytest.fixture
def bench(tmp_path):
    for guide in GUIDES:
        page = tmp_path / "scratch/kept/ours/guides" / guide.id / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<nav>Menu</nav><article><h1>{guide.title}</h1><p>{guide.body}</p></article>")
    return peer_site.Bench(tools=tmp_path / "tools", scratch=tmp_path / "scratch", limit=20,
                           until=time.monotonic() + 60, say=lambda _: None)


def made(bench, maker, before=None):
    return peer_site.made(bench, maker, GUIDES, NAMES, ("one", "two"), {} if before is None else before)


# A site with so many of the words of each guide.
SITE = """from pathlib import Path
for file in Path("words").iterdir():
    page = Path("site/guides") / file.name / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<h1>Get a card</h1><p>" + " ".join(file.read_text().split()[:COUNT]))
"""


def test_a_site_with_all_our_words_is_measured_and_its_cost_is_kept(bench):
    before = {}
    found = made(bench, peer(SITE.replace("COUNT", "99")), before)
    assert (found.cost.guides, found.cost.pages, found.cost.cpu > 0, found.cost.memory > 1) == (2, 2, True, True)
    assert (found.subject.folder / found.subject.first / "index.html").is_file()
    assert before["Maker"][0] == 2


STOPPED = {
    "lacks words": (SITE.replace("COUNT", "7"), r"guides/one/ lacks \d\d% of the words of ours"),
    "no page": ("pass", "It made no page guides/one/"),
    "fails": ("raise SystemExit('the disk is full')", "Its build failed: the disk is full"),
}


@pytest.mark.parametrize("name", STOPPED)
def test_what_cannot_be_held_against_ours_is_told(bench, name):
    program, expected = STOPPED[name]
    with pytest.raises(peer_site.Stopped, match=expected):
        made(bench, peer(program))


def test_a_build_that_takes_too_long_is_ended_with_its_children(bench):
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    short = peer_site.Bench(**{**vars(bench), "limit": 0.5})
    with pytest.raises(peer_site.Stopped, match="It was stopped after"):
        made(short, peer(child))


def test_a_build_that_would_take_too_long_is_not_begun(bench):
    with pytest.raises(peer_site.Stopped, match=r"1 guides took 10 seconds; 2 would take 28 and more"):
        made(bench, peer("raise SystemExit('begun')"), {"Maker": (1, 10.0)})


def test_a_peer_that_is_not_installed_is_named_with_the_command(bench):
    for one in (each for each in peers.PEERS if each.program):
        with pytest.raises(peer_site.Stopped, match="Not installed") as told:
            made(bench, one)
        assert re.search(r"cd FOLDER; .*(npm|pip) install", f"{told.value}".replace("-m pip", "pip"))
        assert sys.executable not in f"{told.value}"


def test_every_peer_writes_every_guide_once_in_each_language(tmp_path):
    names = {"en": "English", "az": "Azərbaycanca"}
    every = [Guide(id=id, language=code, title=f"“{id}”: {code}", body=f"{id} {code} {WORDS}")
             for code in names for id in ("one", "two")]
    for one in peers.PEERS:
        one.write(tmp_path / one.package, every, names)
        texts = [file.read_text(encoding="utf-8") for file in (tmp_path / one.package).rglob("*.md")]
        found = [sum(guide.body in text and guide.title in text for text in texts) for guide in every]
        assert found == [1] * 4, one.name


def test_the_table_says_how_many_times_ours():
    def cost(cpu):
        return Cost(guides=9, pages=9, cpu=cpu, wall=1, memory=50, megabytes=4)

    where = Subject(name="", folder=None, first="", second="", size=0)
    light = Reader(requests=1, bytes=6_000, before=6_000, search=9_000)
    heavy = Reader(requests=8, bytes=90_000, before=30_000, search="no")
    ours = peer_site.Made("Stepfree", cost(2.0), where, light, [Paint(500, 510, 0)] * 3)
    other = peer_site.Made("Maker", cost(5.0), where, heavy)
    rows = [*ratios.table([ours, other])][2:]
    assert rows[0] == "| Stepfree | 2.0 | 50 | 9 | 4 | 1 | 6,000 | 6,000 | 9,000 | 500, 510 |"
    assert rows[1] == "| Maker | 5.0 (2.5) | 50 (1.0) | 9 | 4 (1.0) | 8 (8.0) | 90,000 (15.0) | 30,000 | no | not run |"
