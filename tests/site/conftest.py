"""The built hub, parsed once for all tests of this folder."""

import json
import os
from pathlib import Path

import pytest

from hub.audit.crawl import Engine
from tests.site.parsed import Site, read

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(built_site: Path) -> Site:
    return read(built_site)


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The axe-core that package.json pins."""
    pinned = json.loads((REPOSITORY / "package.json").read_text(encoding="utf-8"))["devDependencies"]["axe-core"]
    script = Path(os.environ.get("AXE", REPOSITORY / "node_modules/axe-core/axe.min.js"))
    return Engine(script=script, version=pinned)
