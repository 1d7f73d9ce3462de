"""The shipped catalogue and all its pages on a fixed day, made once."""

from datetime import date
from pathlib import Path

import pytest

from hub.load.catalogue import load
from hub.model.catalogue import Catalogue
from hub.pages.everything import Page, render, speeches
from hub.pages.offer import offered
from hub.pages.scope import Scope
from hub.pages.speech import Speech
from hub.site.docs import docs as written

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)


def scope_at(catalogue: Catalogue, spoken: dict[str, Speech], docs: dict, here: str, language: str) -> Scope:
    """Where one page is made."""
    return Scope(catalogue=catalogue, today=TODAY, speeches=spoken, language=language, here=here,
                 offered=offered(catalogue, docs), shared={})


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    loaded = load(REPOSITORY)
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


@pytest.fixture(scope="session")
def docs(catalogue) -> dict[str, tuple[str, ...]]:
    """The hand-written pages, as the site hands them over."""
    return written(REPOSITORY / "docs", catalogue.languages)


@pytest.fixture(scope="session")
def pages(catalogue, docs) -> list[Page]:
    return list(render(catalogue, TODAY, docs))


@pytest.fixture(scope="session")
def spoken(catalogue) -> dict[str, Speech]:
    return speeches(catalogue)
