"""The few small scripts of the site: overrides/scripts/*.js, each a file that only the pages with a use for it ask for.

Nothing depends on them (docs/design/frame.md). A comment of ours stands on lines of its own and is not shipped.
"""

import re
from pathlib import Path

# Those of pages that a hub has only where it is built with them.
ON_REQUEST = ("search",)
_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
_WORDS = re.compile(r"""("[^"\n]*"|'[^'\n]*'|`[^`]*`)""")
_AROUND = re.compile(r" ?([=<>!&|?:,;{}()\[\]]+) ?")


def write(overrides: Path, site: Path) -> None:
    """Write each script that every hub has into a built site, without comments and indentation."""
    for source in sorted((overrides / "scripts").glob("*.js")):
        if source.stem not in ON_REQUEST:
            write_one(overrides, site, source.stem)


def write_one(overrides: Path, site: Path, name: str) -> None:
    """Write one of them."""
    target = site / "scripts" / f"{name}.js"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(tight((overrides / "scripts" / f"{name}.js").read_text(encoding="utf-8")), encoding="utf-8")


def tight(script: str) -> str:
    """The same script without comments and indentation."""
    return _INDENT.sub("", _COMMENT.sub("", script))


def dense(script: str) -> str:
    """Also without new lines and spaces that mean nothing, where every statement ends in a semicolon.

    Words in quotation marks stay; a regular expression must have no space beside a sign.
    """
    parts = _WORDS.split(tight(script).replace("\n", " "))
    made = "".join(part if place % 2 else _AROUND.sub(r"\1", part) for place, part in enumerate(parts))
    return made.replace(";}", "}").strip()
