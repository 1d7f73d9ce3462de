"""The test list for people, made from the table of criteria: one Markdown page for each principle of WCAG.

    PYTHONPATH=scripts .venv/bin/python -m hub.audit.checklist docs
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from hub.audit.criteria import Criterion, Table, table

# Front matter is for the editor who follows "propose a change"; no reader of the site sees it.
PAGE = """---
made_from: scripts/hub/audit/criteria.toml
made_by: PYTHONPATH=scripts .venv/bin/python -m hub.audit.checklist docs
---
# {title} {{#checklist-{id}}}

Read first [how to test](checklist.md). Begin with the tests of levels A and AA. Level AAA asks for more.

The tests of this page:

{parts}

"""
GUIDELINE = "## {num} {name} {{#part-{dashed}}}\n\n"
CRITERION = """### {num} {name}, level {level} {{#{id}}}

For {readers}.

{people}

You need: {tools}.

{steps}

"""
END = "## Afterwards {#afterwards}\n\nHow to [write down and send what you found](checklist.md#note).\n"


def pages(made: Table) -> dict[str, str]:
    """Name of the file -> its Markdown."""
    return {f"checklist-{page}.en.md": "".join(_page(made, str(principle), page))
            for principle, page in enumerate(made.pages, start=1)}


def _page(made: Table, principle: str, page: str) -> Iterator[str]:
    groups = {num: [one for one in made.criteria if one.guideline == num]
              for num in made.guidelines if num.startswith(f"{principle}.")}
    parts = [f"- [{num} {made.guidelines[num]}](#part-{_dashed(num)}): {_count(group)}"
             for num, group in groups.items()]
    yield PAGE.format(title=made.pages[page], id=page, parts="\n".join(parts))
    for num, group in groups.items():
        yield GUIDELINE.format(num=num, name=made.guidelines[num], dashed=_dashed(num))
        yield f"{made.skip[num]}\n\n" if num in made.skip else ""
        yield from (_criterion(made, one) for one in group)
    yield END


def _criterion(made: Table, one: Criterion) -> str:
    return CRITERION.format(
        num=one.num, name=one.name, level=one.level, id=one.id, people=one.people,
        readers="; ".join(made.readers[each] for each in one.readers),
        tools=" and ".join(made.tools[each] for each in one.tools),
        steps="\n".join(f"{place}. {step}" for place, step in enumerate(one.procedure, start=1)),
    )


def _dashed(num: str) -> str:
    return num.replace(".", "-")


def _count(group: list[Criterion]) -> str:
    return "1 test" if len(group) == 1 else f"{len(group)} tests"


def main(folder: Path) -> None:
    """Write the pages into the folder of the hand-written ones."""
    for name, words in pages(table()).items():
        (folder / name).write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
