"""What to do about what another engine finds, and whom it hinders: the engines themselves say neither."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from hub.audit.criteria import criteria, table

FILE = Path(__file__).with_name("mend.toml")


def mend(rule: str, says: str) -> str:
    """One sentence for somebody who edits pages; the engine's own words where we have none."""
    return sentences().get(rule, says)


@cache
def sentences() -> dict[str, str]:
    """Rule of axe-core -> what to do."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def readers(numbers: Iterable[str]) -> tuple[str, ...]:
    """Whom faults against these criteria hinder, in the order of the table; numbers that it has not hinder nobody."""
    wanted = set(numbers)
    met = {reader for one in criteria() if one.num in wanted for reader in one.readers}
    return tuple(reader for reader in table().readers if reader in met)
