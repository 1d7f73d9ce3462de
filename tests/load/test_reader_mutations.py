"""Seeded mistakes and random input: the reader never crashes, and it points at the line where the mistake is."""

import random
from collections.abc import Callable

import pytest

from hub.load.reader import read

FACTS = """\
# yaml-language-server: $schema=../../schema/facts.json
jurisdiction: az
status: active
source_language: en
# Covers the plain fields; every entry names its own.
source: [az-page, az-news]
confidence: high
contact_points: [az-office.call-centre]
outputs:
  card: {type: identity, source: [az-page], confidence: high}
requirements:
  age: {at_least: 16, as_of: 2026-07-01, source: [az-page, az-news]}
  home: {source: [az-page], confidence: medium}
costs:
  standard:
    amount: 12.50
    currency: AZN
    valid_until: 2026-12-31
    then: unknown
channels:
  office:
    type: office
    hours: "Mo-Fr 09:00-18:00; Sa,Su off"
    url: https://example.org/page?a=1#top
    places:
      - baku-1
      - ganja-2
review: {owner: team-cards, checked_on: unknown, next: 2027-02-21}
"""
WORDS = """\
title: Get an identity card
name: 'Identity card (first card, or "new" card)'
summary: |
  You can get a card for {cost.standard}.
  Children need a parent.

  Nobody asks for the old one: keep it.
keywords: |
  ID
  identity
who: >
  People who live here and are
  16 or older.
steps:
  book:
    title: Book a visit
    text: Call {contact.call-centre} or book online.
  bring:
    title: "Bring what you have: papers, photos"
    text: |
      Bring your papers.
      A photo is made there (for nothing).
  wait:
    title: Wait for the message
    text: |
      It says # and the number of the window.
costs:
  standard: The fee for most people
notes:
  lost: |
    If you lost the card, say so at the window.
"""
FILES = (FACTS, WORDS)
Mistake = Callable[[random.Random, str], tuple[str, int]]


def _spot(chance: random.Random, text: str) -> tuple[int, int]:
    index = chance.randrange(len(text))
    return index, text.count("\n", 0, index) + 1


def _delete(chance: random.Random, text: str) -> tuple[str, int]:
    index, line = _spot(chance, text)
    return text[:index] + text[index + 1 :], line


def _insert(chance: random.Random, text: str) -> tuple[str, int]:
    index, line = _spot(chance, text)
    return text[:index] + chance.choice(":#-[]{}&*!|>'\"%@`?,xyz \t\n") + text[index:], line


def _in_a_line(change: Callable[[random.Random, str], str]) -> Mistake:
    def mistake(chance: random.Random, text: str) -> tuple[str, int]:
        lines = text.split("\n")[:-1]
        number = chance.randrange(len(lines))
        lines[number] = change(chance, lines[number])
        return "\n".join([*lines, ""]), number + 1

    return mistake


def _tab(_: random.Random, line: str) -> str:
    return f"\t{line.lstrip()}"


def _twice(_: random.Random, line: str) -> str:
    return f"{line}\n{line}"


def _curly(_: random.Random, line: str) -> str:
    before, colon, after = line.partition(": ")
    return f"{before}{colon}“{after}”" if colon else f"“{line}”"


def _no_colon(_: random.Random, line: str) -> str:
    return line.replace(":", "", 1)


def _hard_space(chance: random.Random, line: str) -> str:
    spaces = [index for index, sign in enumerate(line) if sign == " "]
    index = chance.choice(spaces) if spaces else len(line)
    return f"{line[:index]}\u00a0{line[index + 1 :]}"


def _note(_: random.Random, line: str) -> str:
    return f"{line} # note"


def _indent(chance: random.Random, line: str) -> str:
    return chance.choice((f" {line}", f"  {line}", line.removeprefix(" "), line.removeprefix("  ")))


IN_A_LINE = (_tab, _twice, _curly, _no_colon, _hard_space, _note, _indent)
MISTAKES: tuple[Mistake, ...] = (_delete, _insert, *map(_in_a_line, IN_A_LINE))


def _refusals(seed: int, file: str, count: int) -> list[bool]:
    """For each file that a mistake made refused: is its first problem within one line of the mistake."""
    chance, answers = random.Random(seed), []
    for _ in range(count):
        text, line = MISTAKES[seed](chance, file)
        _, problems = read("x.yml", text.encode())
        if problems:
            answers.append(abs(problems[0].line - line) <= 1)
    return answers


def test_good_files_are_good() -> None:
    assert [read("x.yml", file.encode())[1] for file in FILES] == [[], []]


def test_refusals_point_within_one_line() -> None:
    answers = [near for seed in range(len(MISTAKES)) for file in FILES for near in _refusals(seed, file, 250)]
    assert len(answers) > 2500
    assert sum(answers) / len(answers) >= 0.98


PIECES = [
    "a: ", "b:\n", "- ", "  ", "\n", "[", "]", "{", "}", "&a ", "*a", "!t ", "%", "'", '"', "|", ">", "#", "? ", ": ",
    "---\n", "...\n", "“", "\u00a0", "\u200b", "\u2028", "\x85", "\r", "\r\n", "\t", "<<", "<b>", "{{", "\\x", "\\",
    "\ufeff", "é", "e\u0301", "\u200c", "ه", "\U0001f600", "\x00", "text", "0", "~", ",", "=======", "<<<<<<<", "：",
    "`", "@", "\ufffd", "\uffff", "||||||| ",
]


def _random_input(chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        return chance.randbytes(chance.randrange(40))
    text = "".join(chance.choices(PIECES, k=chance.randrange(1, 14)))
    return text.encode("utf-8")


def test_no_input_crashes_the_reader() -> None:
    chance = random.Random(7)
    for _ in range(12_000):
        raw = _random_input(chance)
        document, problems = read("x.yml", raw)
        assert (document is None) == bool(problems), raw
        assert problems == sorted(problems), raw
        assert all(problem.message and problem.line > 0 and problem.column > 0 for problem in problems), raw


ABUSE = {
    "brackets": "[" * 90_000,
    "braces": "a: {" * 45_000,
    "dashes": "- " * 90_000,
    "questions": "? " * 90_000,
    "levels": "".join(f"{' ' * n}a:\n" for n in range(600)),
    "stars": "*" * 100_000,
    "aliases": "".join(f"a{n}: *x\n" for n in range(15_000)),
    "notes": "".join(f"a{n}: b # c\n" for n in range(12_000)),
    "hashes": f"a: b{' #' * 90_000}",
    "tags": "a: |\n" + "  <b>\n" * 30_000,
    "one line of tags": "a: |\n  " + "<b>" * 60_000,
    "tabs": "\t" * 190_000,
    "hard spaces": "a" + "\u00a0" * 90_000,
    "keys": "".join(f"a{n}: b\n" for n in range(15_000)) + "a: [",
    "one key": "a: b\n" * 30_000,
    "a long key": "a" * 190_000,
    "quotes": 'a: "b\n' * 20_000,
    "curly quotes": "a: “b\n" * 20_000,
    "block signs": "a: |" + " |" * 90_000,
    "joiners": "a: " + "\u200c" * 60_000,
    "conflicts": "<<<<<<< x\n" * 19_000,
}


@pytest.mark.parametrize("name", ABUSE)
def test_abuse_ends_with_few_problems(name: str) -> None:
    _, problems = read("x.yml", ABUSE[name].encode())
    assert 1 <= len(problems) <= 41


def test_many_escapes_are_one_text() -> None:
    document, _ = read("x.yml", ('a: "' + "\\u0061" * 30_000 + '"').encode())
    assert document
    assert document.value == {"a": "a" * 30_000}
