"""Sign language: links that say what they cost, the words in full, who reviewed it; nothing is embedded or invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from hub.load.catalogue import load
from hub.pages import sign
from hub.pages.everything import render, speeches
from tests.catalogue.copies import REPOSITORY, TINY
from tests.pages.conftest import TODAY, scope_at

AT = "guides/xx-carte/sign"


@pytest.fixture(scope="module")
def tiny():
    return load(TINY.parent).catalogue


def videos(tiny, language="fr", **changes):
    service = tiny.services["xx-carte"]
    made = {key: one.model_copy(update=changes) for key, one in service.facts.sign_videos.items()}
    changed = replace(service, facts=service.facts.model_copy(update={"sign_videos": made}))
    return sign.view(scope_at(tiny, speeches(tiny), {}, AT, language), changed).videos


def test_none_is_invented_for_the_hub_that_ships(catalogue, pages):
    assert [one.id for one in catalogue.services.values() if one.facts.sign_videos] == []
    assert [page.path for page in pages if page.path.endswith("/sign")] == []


def test_both_other_forms_stand_under_the_title(tiny):
    made = {(page.path, page.language): page.view for page in render(tiny, TODAY, {})}
    assert [link.href for link in made["guides/xx-carte", "fr"].other_forms] == ["easy/", "sign/"]
    assert made["guides/xx-navette", "fr"].other_forms == ()
    assert (AT, "ar") in made
    template = (REPOSITORY / "overrides/guide.html").read_text(encoding="utf-8")
    assert template.index("view.other_forms") < template.index("view.summary")


def test_the_link_names_language_length_and_size(tiny):
    said = [one.watch.title.plain.replace("\u00a0", " ") for one in videos(tiny)]
    assert said == ["Vidéo en langue des signes américaine : 2 minutes et 34 secondes, 18,4 mégaoctets",
                    "Vidéo en langue des signes (code qsx) : 1 minute, 0,1 mégaoctet"]
    assert [one.elsewhere.partition(" : ")[2].partition(".example")[0] for one in videos(tiny)] == [
        "videos.rampe", "films.rampe"]


def test_a_video_of_this_site_is_not_said_to_be_elsewhere(tiny):
    assert videos(tiny, url="https://rampe.example/base/porte.mp4")[0].elsewhere == ""


def test_the_words_are_there_in_full_and_facts_stay_facts(tiny):
    said = [paragraph[0].text for paragraph in videos(tiny)[0].transcript.paragraphs]
    assert said == ["Une main montre la porte.", "La porte s’ouvre pour "]
    assert "35" in videos(tiny)[0].transcript.plain


def test_a_video_that_nobody_reviewed_says_so(tiny):
    assert [one.review for one in videos(tiny)] == [
        "Relue le 9\u00a0juin 2026 : Cléo Inventée.", "Personne n’a encore relu cette vidéo."]


def test_what_is_not_confirmed_is_not_shown(tiny):
    assert videos(tiny, confidence="low") == ()
    service = tiny.services["xx-carte"]
    low = {key: one.model_copy(update={"confidence": "low"}) for key, one in service.facts.sign_videos.items()}
    hidden = replace(service, facts=service.facts.model_copy(update={"sign_videos": low}))
    made = replace(tiny, services={**tiny.services, "xx-carte": hidden})
    assert [page.path for page in render(made, TODAY, {}) if page.template == "sign.html"] == []


def test_nothing_is_embedded():
    template = Path(REPOSITORY / "overrides/sign.html").read_text(encoding="utf-8")
    assert [tag for tag in ("<video", "<iframe", "<audio", "<img", "<source", "<track") if tag in template] == []
