"""The invented hub of scripts/bench: a real one in all that the program sees, and the same one each time."""

import pytest
from benchmark import __main__ as bench
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
                                       ["weigh", "50", "2"], ["serve"], ["serve", "x"], ["serve", "1", "2", "3"]])
def test_wrong_use_is_told(arguments, capsys):
    assert bench.main(arguments) == 2
    assert "usage: scripts/bench" in capsys.readouterr().err


@pytest.mark.parametrize(("guides", "languages"), [("5", "2"), ("50", "99")])
def test_numbers_that_cannot_be_are_told(guides, languages, capsys):
    assert bench.main(["build", guides, languages]) == 1
    assert "take as many" in capsys.readouterr().err


def test_growth_is_an_exponent():
    one, two = (bench.Cost(guides=guides, pages=1, cpu=cpu, wall=1, memory=1, megabytes=1)
                for guides, cpu in ((50, 2.0), (200, 8.0)))
    assert bench.grown(one, two) == "200 guides cost 4.00 times as much as 50; the exponent is 1.00."
