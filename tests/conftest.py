"""The shipped hub, built once for all tests by the real MkDocs."""

import os
from pathlib import Path

import pytest

from hub.site.build import make

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def built_site(tmp_path_factory) -> Path:
    """The folder of the built hub; STEPFREE_SITE names another one to be judged instead."""
    if given := os.environ.get("STEPFREE_SITE"):
        return Path(given)
    folder = tmp_path_factory.mktemp("hub") / "site"
    make(REPOSITORY, folder)
    return folder
