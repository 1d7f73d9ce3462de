"""The one place where reports are written: a folder with one file for each kind of reader."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hub.audit.judged import Audit
from hub.audit.report import openacr, store, text, views
from hub.audit.report.earl import earl
from hub.audit.report.sarif import sarif
from hub.audit.report.web import html

# What is written as one text.
TEXTS: Mapping[str, Callable[[Audit], str]] = {
    "report.txt": lambda audit: "\n".join(text.text(audit)) + "\n",
    "earl.jsonld": lambda audit: _lines(earl(audit)),
    "results.sarif": lambda audit: json.dumps(sarif(audit), ensure_ascii=False, indent=1) + "\n",
    "openacr.yaml": openacr.yaml,
}


def write(audit: Audit, folder: Path, *, pictures: bool = False, grid: str = "") -> None:
    """Write all reports into the folder, which is made where it is missing.

    pictures: look at the target once more (grid: in a browser from there) and show what is at fault. Raises
    NothingThere when the target is gone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shown = views.take(audit, folder, grid=grid) if pictures else {}
    (folder / "index.html").write_text(html(audit, shown), encoding="utf-8")
    store.write(audit, folder / "audit.json")
    for name, made in TEXTS.items():
        (folder / name).write_text(made(audit), encoding="utf-8")


def _lines(document: dict[str, Any]) -> str:
    """One node of the graph a line: there are tens of thousands."""
    nodes = ",\n".join(json.dumps(node, ensure_ascii=False) for node in document["@graph"])
    return f'{{"@context": {json.dumps(document["@context"])},\n"@graph": [\n{nodes}\n]}}\n'
