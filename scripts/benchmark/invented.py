"""A hub of any size: copies of our own services, each with words of its own, drawn at random from a fixed seed.

Facts, fields and placeholders stay as they are, so that a copy asks as much of the program as a real guide. Only words
that people read are drawn anew, from all words that the language has in data/. Copies have no rules of who can get the
service (each would bring dozens of small pages); the originals keep theirs.
"""

import re
import shutil
from collections.abc import Iterator
from math import exp, log
from pathlib import Path
from random import Random
from typing import Any

import yaml

# Real guides of a public service portal of many years: half have more than 926 words, a tenth more than 2,560
# (docs/performance.md names the source).
MEDIAN, NINE_OF_TEN = 926, 2_560
SPREAD = log(NINE_OF_TEN / MEDIAN) / 1.2816
# Fields of words that say something about the words, and the most letters that a text may have.
NOT_WORDS, LONGEST = {"translated_by", "speaker_check"}, 3_900
PARAGRAPHS = {"text", "who"}
# Easy Read has rules of its own about length.
SHORT = "easy"
WORD = re.compile(r"[^\W\d_]+")
# What a copy of the repository needs to be built.
NEEDED = ("mkdocs.yml", "docs", "overrides", "scripts", "data")


def invent(root: Path, to: Path, guides: int, languages: int, like: str) -> list[str]:
    """Make a repository in `to` with that many guides, all in the first `languages` languages; returns their codes.

    Raises ValueError, in words for whoever typed the numbers.
    """
    originals = sorted(folder.name for folder in (root / "data" / "services").iterdir())
    if guides < len(originals):
        raise ValueError(f"The hub has {len(originals)} guides, which lead to each other; take as many or more.")
    for name in NEEDED:
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, to / name)
    data = to / "data"
    codes = _languages(data, languages)
    vocabulary = {code: _words_of(data, code) for code in codes}
    for folder in sorted(path.parent for path in data.glob("*/*/facts.yml")):
        _spread(folder, folder, codes, vocabulary, "real")
    for number in range(guides - len(originals)):
        original = data / "services" / originals[number % len(originals)]
        _spread(original, original.with_name(f"{original.name}-{number}"), codes, vocabulary, like)
    return codes


def _languages(data: Path, count: int) -> list[str]:
    """Keep the first languages of the hub, and offer everything in all of them."""
    known = read(data / "languages.yml")
    codes = list(known)[:count]
    if len(codes) < count:
        raise ValueError(f"The hub has {len(codes)} languages; take as many or fewer.")
    write(data / "languages.yml", {code: known[code] for code in codes})
    for facts in data.glob("jurisdictions/*/facts.yml"):
        write(facts, {**read(facts), "languages": codes})
    for words in data.glob("*/*/*.yml"):
        if words.stem in known and words.stem not in codes:
            words.unlink()
    for file in (*data.glob("strings/*.yml"), *data.glob("translations/*.tsv")):
        if file.stem not in codes:
            file.unlink()
    return codes


def _words_of(data: Path, code: str) -> list[str]:
    """All words of a language, as often as they stand there, so that short ones are drawn as often as they are used."""
    texts = (text for file in sorted(data.glob(f"*/*/{code}.yml")) for text in _texts(read(file)))
    return [word for text in texts for word in WORD.findall(re.sub(r"\{[^}]*\}", "", text))]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def _spread(original: Path, to: Path, codes: list[str], vocabulary: dict[str, list[str]], like: str) -> None:
    """Write a thing in every language; a language that the original lacks gets the structure of its source."""
    source = read(original / f"{read(original / 'facts.yml')['source_language']}.yml")
    longer = _longer(Random(to.name), source) if like == "long" else 0.0
    if to != original:
        to.mkdir()
        shutil.copy(original / "facts.yml", to)
    for code in codes:
        if to == original and (to / f"{code}.yml").exists():
            continue
        words = read(original / f"{code}.yml") if (original / f"{code}.yml").exists() else source
        if to != original:
            words.pop("eligibility", None)
        write(to / f"{code}.yml", _drawn(Random(f"{to.name} {code}"), words, vocabulary[code], longer))


def _longer(random: Random, words: dict[str, Any]) -> float:
    """How many times longer its paragraphs must be for the guide to have a length out of the distribution."""
    have = sum(len(text.split()) for text in _texts(words))
    paragraphs = sum(len(text.split()) for text in _paragraphs(words)) or 1
    return max(0.0, (exp(random.gauss(log(MEDIAN), SPREAD)) - have) / paragraphs)


def _paragraphs(value: dict[str, Any]) -> Iterator[str]:
    for name, inner in value.items():
        if isinstance(inner, dict) and name != SHORT:
            yield from _paragraphs(inner)
        elif name in PARAGRAPHS:
            yield inner


def _drawn(random: Random, value: dict[str, Any], vocabulary: list[str], longer: float) -> dict[str, Any]:
    """The same fields with other words, none longer than before; and paragraphs that are longer by that share."""
    made: dict[str, Any] = {}
    for name, inner in value.items():
        if isinstance(inner, dict):
            made[name] = _drawn(random, inner, vocabulary, 0.0 if name == SHORT else longer)
        elif name in NOT_WORDS:
            made[name] = inner
        else:
            made[name] = "\n".join(_line(random, line, vocabulary) for line in inner.split("\n"))
            if longer and name in PARAGRAPHS:
                more = _line(random, "x" * min(int(len(inner) * longer), LONGEST - len(inner)), vocabulary)
                made[name] = f"{made[name].strip()}\n\n{more}" if more else made[name]
    return made


def _line(random: Random, line: str, vocabulary: list[str]) -> str:
    """Other words, up to the same length, with the placeholders of the line at its end."""
    if not line.strip():
        return line
    kept = " ".join(re.findall(r"\{[^}]*\}", line))
    room, words = len(line) - len(kept), []
    while (room := room - len(word := random.choice(vocabulary)) - 1) >= 0 or not (words or kept):
        words.append(word)
    return " ".join([*words, *([kept] if kept else [])])


def read(file: Path) -> dict[str, Any]:
    """A file of data, with every scalar as text."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)


def write(file: Path, value: dict[str, Any]) -> None:
    """Write it as an editor's program would."""
    file.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
