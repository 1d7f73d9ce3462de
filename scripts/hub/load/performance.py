"""data/performance/<service>.csv: what offices publish about their services, period by period."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

from pydantic import ValidationError

from hub.load.files import Files
from hub.load.reader.finding import MOST
from hub.load.reader.objections import explain
from hub.load.table import Row, Table, read
from hub.model.performance import Figures, ends
from hub.problems import Problem

HEADER = tuple(Figures.model_fields)
# A cell that may not be empty is judged as the text that it is.
NEEDED = frozenset(name for name, field in Figures.model_fields.items() if field.is_required())


def performance(files: Files) -> Iterator[tuple[str, Mapping[str, Figures]]]:
    """(service, its figures by period) of each file without problems."""
    folder = files.root / "data" / "performance"
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith("."):
            continue
        if path.suffix != ".csv":
            files.say(files.shown(path), "unexpected-file", f"“{path.name}” is not known here.",
                      "Files of figures are called as their service and end in .csv")
        elif not path.is_file():
            files.say(files.shown(path), "unexpected-file", f"“{path.name}” is not a file.", "Write one of that name")
        else:
            table, figures, problems = figures_of(files.shown(path), path.read_bytes())
            files.problems += problems
            files.documents[table.path] = table
            if not problems:
                yield path.stem, figures


def figures_of(path: str, raw: bytes) -> tuple[Table, Mapping[str, Figures], list[Problem]]:
    """The table, its figures by period, and all that is wrong. Never raises, whatever the bytes."""
    rows, problems = read(path, raw, HEADER)
    judged = [(row, _typed(row)) for row in rows]
    made = [(row, figures) for row, figures in judged if isinstance(figures, Figures)]
    problems += islice((problem for _, told in judged if isinstance(told, list) for problem in told), MOST)
    problems += islice(_order(made), MOST)
    if not rows and not problems:
        problems = [Problem(path=path, line=1, column=1, field="", code="empty-file", message="There are no figures.",
                            tip="Write a line for each period, or remove the file")]
    table = Table(path=path, rows={row.value["period"]: row for row, _ in made})
    return table, {figures.period: figures for _, figures in made}, sorted(problems)


def _typed(row: Row) -> Figures | list[Problem]:
    """The figures of a line, or what is wrong with its cells. An empty cell says nothing."""
    try:
        return Figures.model_validate({name: cell for name, cell in row.value.items() if cell or name in NEEDED})
    except ValidationError as error:
        return list(explain(row, error))


def _order(made: list[tuple[Row, Figures]]) -> Iterator[Problem]:
    """Periods stand in the order in which they end, each once."""
    for (_, before), (row, figures) in pairwise(made):
        line, column = row.at(("period",))
        if ends(figures.period) <= ends(before.period):
            again = figures.period in [one.period for other, one in made if other.line < row.line]
            what = "stands twice" if again else f"ends before {before.period}, which stands above it"
            yield Problem(path=row.path, line=line, column=column, field="period", code="period-order",
                          message=f"{figures.period} {what}.",
                          tip="Write each period once, the oldest first; a year stands after its last month")
