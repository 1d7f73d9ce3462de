"""How each language says money, dates, times, lists and letters, against what a reader of the language expects.

The cases are in cases/speech/, one file per language. There ~ stands for any space that does not break (U+00A0 and the
narrow U+202F that CLDR puts before the Russian "г."), so that one sees it.
"""

import json
import os
import random
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from hub.model.duration import DurationText
from hub.model.hours import HoursText

FOLDER = Path(__file__).parent / "cases" / "speech"
# Every scalar stays text.
FILES = {path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in FOLDER.glob("*.yml")}
DURATION, HOURS = TypeAdapter(DurationText), TypeAdapter(HoursText)
NO_BREAK = str.maketrans("\u00a0\u202f", "~~")


def cases(kind):
    found = [(language, said, expected) for language, file in FILES.items() for said, expected in file[kind].items()]
    return pytest.mark.parametrize(("language", "given", "expected"), found,
                                   ids=[f"{language}: {said}" for language, said, _ in found])


def visible(text):
    return text.translate(NO_BREAK)


def test_every_language_has_its_cases(catalogue):
    assert set(FILES) == set(catalogue.languages)


@cases("money")
def test_money(spoken, language, given, expected):
    amount, currency = given.split()
    assert visible(spoken[language].money(Decimal(amount), currency)) == expected


@cases("dates")
def test_date(spoken, language, given, expected):
    assert visible(spoken[language].date(given)) == expected


@cases("weekdays")
def test_date_with_its_day(spoken, language, given, expected):
    assert visible(spoken[language].weekday(date.fromisoformat(given))) == expected


@cases("periods")
def test_period(spoken, language, given, expected):
    assert visible(spoken[language].period(given)) == expected


@cases("shares")
def test_share(spoken, language, given, expected):
    assert visible(spoken[language].share(Decimal(given))) == expected


@cases("durations")
def test_duration(spoken, language, given, expected):
    assert visible(spoken[language].duration(DURATION.validate_python(given))) == expected


@cases("working_days")
def test_duration_in_working_days(spoken, language, given, expected):
    length = DURATION.validate_python(given)
    assert visible(spoken[language].duration(length, "working-days")) == expected


@cases("spans")
def test_span(spoken, language, given, expected):
    low, high = (None if one == "_" else DURATION.validate_python(one) for one in given.split())
    assert visible(spoken[language].span(low, high, "working-days")) == expected


@cases("hours")
def test_hours(spoken, language, given, expected):
    rows = spoken[language].hours(HOURS.validate_python(given))
    assert visible("".join(f"{days}: {times}\n" for days, times in rows)) == expected


@cases("lists")
def test_list(spoken, language, given, expected):
    assert spoken[language].items(given.split()) == expected


@cases("languages")
def test_name_of_a_language(spoken, language, given, expected):
    assert spoken[language].name_of(given) == expected


@cases("lengths")
def test_length(spoken, language, given, expected):
    number, unit = given.split()
    assert visible(spoken[language].length(int(number), unit)) == expected


@cases("sign_languages")
def test_name_of_a_sign_language(spoken, language, given, expected):
    assert spoken[language].sign_language(given) == expected


@cases("letters")
def test_letter(spoken, language, given, expected):
    assert spoken[language].letter(given) == expected


@pytest.mark.parametrize("language", FILES)
def test_order(spoken, language):
    expected = FILES[language]["order"]
    mixed = random.Random(1).sample(expected, len(expected))
    assert sorted(mixed, key=spoken[language].order) == expected


@pytest.mark.parametrize("language", FILES)
def test_each_letter_of_an_alphabet_stands_under_itself(spoken, language):
    speech = spoken[language]
    assert [speech.letter(letter) for letter in speech.letters] == speech.letters


@pytest.mark.parametrize("language", FILES)
def test_strings_are_filled_in_in_every_language(spoken, language):
    assert "XYZ" in spoken[language].say("built", date="XYZ")
    with pytest.raises(KeyError):
        spoken[language].say("no_such_text")
    with pytest.raises(AssertionError, match="plural"):
        spoken[language].say("duration_days")


# Says one of everything in the order of languages that it is given, and prints it by language.
SAYS = """
import json, sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from pydantic import TypeAdapter
from hub.load.catalogue import load
from hub.model.hours import HoursText
from hub.pages.everything import speeches
week = TypeAdapter(HoursText).validate_python("Mo 09:00-18:00; We 10:00-12:00; Sa 00:00-24:00")
said, found = speeches(load(Path(sys.argv[1])).catalogue), {}
for code in sys.argv[2:]:
    one = said[code]
    found[code] = [one.hours(week), one.money(Decimal(1050), "KES"), one.date("2022-05-13"), one.date("2022-05"),
                   one.weekday(date(2026, 11, 22)), one.items("abc"), one.number(12345)]
    found[code] += [one.name_of(other) for other in said]
print(json.dumps(found, sort_keys=True))
"""


def test_no_language_changes_what_another_says():
    """Babel 2.18 writes names that one locale inherits into the data of others (its issue 1234)."""
    codes, said = sorted(FILES), set()
    for turn in range(len(codes)):
        command = [sys.executable, "-c", SAYS, Path(__file__).parents[2], *codes[turn:], *codes[:turn]]
        path = os.pathsep.join(sys.path)
        said.add(subprocess.run(command, capture_output=True, text=True, check=True,
                                env={**os.environ, "PYTHONPATH": path}).stdout)
    assert len(said) == 1, [json.loads(one)["ru"][0] for one in said]
