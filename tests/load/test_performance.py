"""Files of figures: what is read, where a problem is, and that no bytes at all make the reader fall over."""

import random
from decimal import Decimal
from pathlib import Path

import pytest

from hub.load.performance import HEADER, figures_of
from hub.load.reader.decoding import LARGEST
from hub.model.performance import ends

PATH = "data/performance/xx-carte.csv"
FILE = (Path(__file__).parents[1] / "catalogue" / PATH).read_bytes()
FIRST = ",".join(HEADER)


def told(text: str | bytes) -> list[tuple[int, int, str, str]]:
    raw = text.encode() if isinstance(text, str) else text
    return [(one.line, one.column, one.code, one.field) for one in figures_of(PATH, raw)[2]]


def test_an_empty_cell_is_not_published():
    _, figures, problems = figures_of(PATH, FILE)
    assert problems == []
    assert (figures["2026-Q2"].median_days, figures["2026-Q2"].satisfaction_pct) == (None, Decimal("77"))
    assert (figures["2026-07"].n, figures["2026-07"].source) == (97, ("xx-page", "xx-loi"))


@pytest.mark.parametrize("other", [
    b"\xef\xbb\xbf" + FILE, FILE.replace(b"\n", b"\r\n"), FILE.rstrip(b"\n"), FILE.replace(b",", b" , "),
], ids=["a mark of UTF-8", "line ends of Windows", "no last line end", "spaces around cells"])
def test_what_programs_for_tables_add_changes_nothing(other):
    assert figures_of(PATH, other)[1:] == figures_of(PATH, FILE)[1:]


def test_columns_may_stand_in_another_order():
    _, figures, problems = figures_of(PATH, "\n".join(
        ",".join(line.split(",")[::-1]) for line in FILE.decode().split()[:2]).encode() + b"\n")
    assert (problems, figures["2025"].n) == ([], 812)


@pytest.mark.parametrize(("line", "expected"), [
    ("26,x,99999,101,97,5,3,a", [(2, 1, "not-a-period", "period"), (2, 4, "not-a-number", "applications"),
                                 (2, 6, "number-too-large", "median_days"),
                                 (2, 12, "number-too-large", "within_promise_pct")]),
    ("2026,-1,,,,,,a", [(2, 6, "not-a-number", "applications")]),
    ("2026,1,2.55,,,,,a", [(2, 8, "not-a-number", "median_days")]),
    ("2026,1, ٢,,,,,a", [(2, 9, "not-a-number", "median_days")]),
    ("2026,,,,,,,a  b", [(2, 12, "not-an-id", "source")]),
    ("2026,,,,,,,A", [(2, 12, "not-an-id", "source")]),
    ("2026,,,,,,,", [(2, 12, "source-missing", "source")]),
    (",,,,,,,a", [(2, 1, "not-a-period", "period")]),
    ("2026-13,,,,,,,a", [(2, 1, "not-a-period", "period")]),
    ("2026\u202e,,,,,,,a", [(2, 5, "invisible-character", "")]),
    ("2026,\t1,,,,,,a", [(2, 6, "invisible-character", "")]),
    ("2026,'1',,,,,,a", [(2, 6, "not-a-number", "applications")]),
    ("2026" + "," * 1_100, [(2, 1, "csv-line", "")]),
])
def test_a_problem_names_its_line_its_column_and_its_field(line, expected):
    assert told(f"{FIRST}\n{line}\n") == expected


def test_bytes_that_are_no_text_or_too_many():
    assert told(FILE + b"\xff") == [(6, 1, "not-utf8", "")]
    assert told(FILE + b"," * LARGEST) == [(1, 1, "too-large", "")]


def test_problems_are_not_told_by_the_thousand():
    assert 20 <= len(told(f"{FIRST}\n" + "x,x,x,x,x,x,x,X\n" * 1_000)) <= 60


def test_periods_are_ordered_by_their_end():
    periods = ["2025-12", "2025-Q4", "2025", "2026-01", "2026-03", "2026-Q1", "2026-Q2", "2026-12", "2026"]
    assert sorted(random.Random(7).sample(periods, len(periods)), key=ends) == periods


def test_no_bytes_make_it_fall_over():
    """Every problem is inside the file, and nothing but problems comes out."""
    chance = random.Random(20261122)
    for _ in range(1_500):
        raw = bytearray(FILE)
        for _ in range(chance.randrange(1, 12)):
            at, length = chance.randrange(len(raw)), chance.randrange(4)
            raw[at : at + length] = chance.choice([b"", b",", b"\n", b'"', b"\r", b"\x00", b";", b"\t", b"2026-Q3",
                                                   "ə\u200b٣".encode(), chance.randbytes(3)])
        _, figures, problems = figures_of(PATH, bytes(raw))
        assert figures or problems
        lines = bytes(raw).replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert all(1 <= one.line <= lines and one.column >= 1 and one.code for one in problems)
