"""The built hub, parsed once for all tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from hub.audit import browser, command
from hub.audit.judge import Engine
from hub.site.build import make
from tests.catalogue.copies import EPOCH, second_hub
from tests.site import full_text
from tests.site.parsed import Site, read

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(built_site: Path) -> Site:
    return read(built_site)


@pytest.fixture(scope="session")
def invented(tmp_path_factory) -> Path:
    """The invented hub, built with its alert into its folder `site`."""
    root = second_hub(tmp_path_factory.mktemp("invented") / "hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        make(root, root / "site")
    return root


@pytest.fixture(scope="session")
def with_full_text(tmp_path_factory) -> Path:
    """The invented hub, built with a search inside the guides."""
    return full_text.made(tmp_path_factory.mktemp("full") / "hub")


@pytest.fixture(scope="module")
def driver() -> Iterator[Chrome]:
    """A browser for the tests of one file."""
    with browser.chromium() as found:
        yield found


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The axe-core that package.json pins."""
    return command.engine()
