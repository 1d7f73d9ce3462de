"""Two hundred faults of many kinds, planted by a seed into built pages: the audit finds them and says where.

A fault counts as found when a finding, sure or for people, names its page and its element, one inside it, or one that
holds it and nothing else of the page: its parent.
"""

import random
from collections import Counter

import pytest

from hub.audit import judge, run, server
from hub.audit.command import engine
from hub.audit.page import Page
from hub.audit.targets import read
from tests.audit.plant import FAULTS, WHOLE, planted

pytestmark = pytest.mark.browser
# Four faults a page: a page takes a browser two seconds.
SEED, COUNT, EACH = 20261122, 200, 4
WANTED, SAMPLED = 0.95, 0.99


@pytest.fixture(scope="module")
def garden(built_site, tmp_path_factory):
    """A folder of pages with four faults each: (folder, (page, place) -> kind)."""
    folder, chance = tmp_path_factory.mktemp("planted"), random.Random(SEED)
    pages = [page for page in read(str(built_site), "") if page.path != "404.html"]
    chance.shuffle(pages)
    kinds, faults = sorted(FAULTS), {}
    for page in pages:
        names = chance.sample(kinds, EACH)
        if len(faults) < COUNT and (made := planted(page, names, chance)) and len({*made[1]}) == EACH:
            faults.update(zip(((page.path, place) for place in made[1]), names, strict=True))
            file = folder / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made[0], encoding="utf-8")
    return folder, faults


@pytest.fixture(scope="module")
def audited(garden):
    """Every page in full, and which of them a sample would have judged in full."""
    folder, _ = garden
    made = run.audit(str(folder), engine(), "2026-11-22", every=True)
    with server.serve(folder) as base:
        pages = read(str(folder), base)
    return made, pages


def names(finding, place):
    """Whether a finding names the place: itself, inside it, or its parent."""
    at = finding.selector
    if place == WHOLE:
        return at == WHOLE
    return at == place or at.startswith(f"{place} ") or place.rpartition(" > ")[0] == at


def found(findings, faults):
    """The faults that are named, as (page, place)."""
    on = {}
    for one in findings:
        on.setdefault(one.page, []).append(one)
    return {(page, place) for page, place in faults if any(names(one, place) for one in on.get(page, ()))}


def test_there_are_enough_faults_of_enough_kinds(garden):
    _, faults = garden
    assert len(faults) == COUNT
    assert len({*faults.values()}) >= 25


def test_planted_faults_are_found(audited, garden):
    made, (_, faults) = audited[0], garden
    seen = found(made.findings, faults)
    missed = Counter(kind for fault, kind in faults.items() if fault not in seen)
    print(f"{len(seen)} of {COUNT} planted faults of {len({*faults.values()})} kinds; missed: {dict(missed)}")
    assert len(seen) >= WANTED * COUNT, missed


def test_a_sample_finds_what_the_whole_finds(audited, garden):
    """What was seen on a page that stands for others, and on the others what their file alone tells."""
    made, pages = audited
    planned = run.plan(pages)
    whole = {page.path for page in planned.whole}
    findings = [one for page in made.pages if page.page in whole for one in page.findings]
    findings += [one for page in planned.by_file for one in judge.by_file(page).findings]
    everything, sampled = found(made.findings, garden[1]), found(findings, garden[1])
    # What a page has that is built alike, with the same kind of fault, is told there
    told = {(page, garden[1][page, place]) for page, place in sampled}
    sampled |= {(page, place) for (page, place), kind in garden[1].items() if (planned.like.get(page), kind) in told}
    assert len(sampled) >= SAMPLED * len(everything)


def test_pages_as_they_were_ring_for_none_of_it(garden, built_site):
    """The alarm is about the fault: the file rules are silent on the same pages without it."""
    _, faults = garden
    pages = [Page(path, path, (built_site / path).read_text(encoding="utf-8")) for path in {page for page, _ in faults}]
    assert [one for page in pages for one in judge.by_file(page).findings if one.gates] == []
