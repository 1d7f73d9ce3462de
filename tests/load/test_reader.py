"""Each thing that the strict reader refuses, where it says so and in which words, and what it lets pass."""

import subprocess
import sys
from pathlib import Path

import pytest

from hub.load.reader import Document, read

Expected = list[tuple[int, str, str]]


def _good(text: str) -> Document:
    document, problems = read("data/x/en.yml", text.encode())
    assert document, problems
    return document


# Name: (text, [(line, code, words of the message or tip)]). Where a file has two entries, the second is wrong.
REFUSED: dict[str, tuple[str, Expected]] = {
    "anchor": ("a: b\nc: &x d\n", [(2, "anchor", "in double quotes")]),
    "anchor and alias": ("a: &x b\nc: *x\n", [(1, "anchor", "begins with “&”"), (2, "alias", "begins with “*”")]),
    "alias before text": ("a: b\nc: *Note that d\n", [(2, "alias", "in double quotes")]),
    "tag": ("a: b\nc: !Important d\n", [(2, "tag", "in double quotes")]),
    "python tag": ("a: b\nc: !!python/name:os.system\n", [(2, "tag", "begins with “!”")]),
    "tag of text": ("a: !!str b\n", [(1, "tag", "begins with “!”")]),
    "lone tag": ("a: !\n", [(1, "tag", "begins with “!”")]),
    "merge key": ("a: b\n<<: *x\n", [(2, "merge-key", "Write the fields out")]),
    "directive": ("%YAML 1.2\n---\na: b\n", [(1, "directive", "Remove the line")]),
    "unknown directive": ("%FOO\na: b\n", [(1, "directive", "Remove the line")]),
    "second document": ("---\na: b\n---\nc: d\n", [(3, "second-document", "one file holds one thing")]),
    "end of document": ("a: b\n...\n", [(2, "second-document", "only “...”")]),
    "duplicate key": ("a: x\nb: y\na: z\n", [(3, "duplicate-key", "The first is in line 1")]),
    "duplicate key inside": ("a: {b: 1}\nc:\n  d: 1\n  d: 2\n", [(4, "duplicate-key", "The first is in line 3")]),
    "two duplicates": ("a: 1\na: 2\na: 3\n", [(2, "duplicate-key", "in line 1"), (3, "duplicate-key", "in line 1")]),
    "duplicate after normalising": ("\u00e9: 1\ne\u0301: 2\n", [(2, "duplicate-key", "in line 1")]),
    "note after text": ("a: b\nc: Room #5\n", [(2, "comment-after-value", "would be lost: “#5”")]),
    "note after quotes": ('a: b\nc: "text" # note\n', [(2, "comment-after-value", "line of its own")]),
    "note that touches quotes": ('a: b\nc: "text"#note\n', [(2, "comment-after-value", "“#note”")]),
    "note after field": ("a: b\nc: # note\n  d: e\n", [(2, "comment-after-value", "“# note”")]),
    "note after block sign": ("a: b\nc: | # note\n  text # ok\n", [(2, "comment-after-value", "“# note”")]),
    "note after list item": ("a:\n- b\n- c # note\n", [(3, "comment-after-value", "“# note”")]),
    "note after bracket": ("a: b\nc: [d, e] # note\n", [(2, "comment-after-value", "“# note”")]),
    "note inside brackets": ("a: b\nc: [d, # note\n  e]\n", [(2, "comment-after-value", "“# note”")]),
    "note that breaks the text": ("a: b\nc: Call # now\n  or later\n", [(2, "comment-after-value", "“# now”")]),
    "two notes": ("a: b # c\nd: e # f\n", [(1, "comment-after-value", "“# c”"), (2, "comment-after-value", "“# f”")]),
    "tab as indent": ("a:\n  b: c\n\td: e\n", [(3, "tab-indent", "Use spaces")]),
    "tab after colon": ("a: b\nc:\td\n", [(2, "invisible-character", "TAB")]),
    "hard space as indent": ("a:\n  b: c\n\u00a0\u00a0d: e\n", [(3, "non-breaking-space", "space bar")]),
    "hard space after colon": ("a: b\nc:\u00a0d\n", [(2, "non-breaking-space", "space bar")]),
    "hard space before colon": ("a: b\nc\u00a0: d\n", [(2, "non-breaking-space", "space bar")]),
    "hard space after dash": ("a:\n- b\n-\u00a0c\n", [(3, "non-breaking-space", "space bar")]),
    "full-width colon": ("a: b\nc\uff1a d\n", [(2, "full-width-colon", "English keyboard")]),
    "zero width space": ("a: b\nc: text\u200bd\n",
        [(2, "invisible-character", "after “text” (zero width space, U+200B)")]),
    "word joiner": ("a: x\u2060\n", [(1, "invisible-character", "U+2060")]),
    "tag character": ("a: x\U000e0041\n", [(1, "invisible-character", "U+E0041")]),
    "second byte order mark": ("a: b\n\ufeffc: d\n", [(2, "invisible-character", "U+FEFF")]),
    "next line": ("a: b\nc: d\x85e\n", [(2, "invisible-character", "next line")]),
    "line separator": ("a: b\nc: d\u2028e: f\n", [(2, "invisible-character", "line separator")]),
    "control character": ("a: b\nc: d\x07\n", [(2, "invisible-character", "control character, U+0007")]),
    "zero": ("a: b\nc: \x00\n", [(2, "invisible-character", "null")]),
    "bidi override": ("a: b\nc: x\u202ey\n", [(2, "invisible-character", "page itself sets the direction")]),
    "left-to-right mark": ("a: b\nc: x\u200ey\n", [(2, "invisible-character", "page itself sets the direction")]),
    "arabic letter mark": ("a: b\nc: \u061c\u0627\n", [(2, "invisible-character", "page itself sets the direction")]),
    "joiner in latin": ("a: \u0645\u06cc\u200c\u062e\nc: x\u200cy\n",
        [(2, "invisible-character", "zero width non-joiner")]),
    "two on a line": ("a: x\u200by\u200b\n", [(1, "invisible-character", "“x”"), (1, "invisible-character", "U+200B")]),
    "hidden by escape": ('a: "\\n"\nc: "x\\u200b"\n', [(2, "invisible-character", "zero width space")]),
    "lost letter": ("a: b\nc: p\ufffdn\n", [(2, "lost-character", "Write the letter again")]),
    "merge conflict": ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n",
        [(2, "merge-conflict", "Keep the right lines")]),
    "rest of a conflict": ("a: b\n=======\nc: d\n", [(2, "merge-conflict", "Keep the right lines")]),
    "third bracket": ("a: [[b]]\nc: {d: [{e: f}]}\n", [(2, "too-deep", "More than 2 brackets")]),
    "levels": ("".join(f"{' ' * n}a:\n" for n in range(14)), [(13, "too-deep", "More than 12 levels")]),
    "empty": ("", [(1, "empty-file", "holds nothing")]),
    "only notes": ("# a\n# b\n", [(1, "empty-file", "holds nothing")]),
    "list": ("# a\n- b\n", [(2, "not-a-mapping", "Write `name: value`")]),
    "prose": ("Just text\n", [(1, "not-a-mapping", "Write `name: value`")]),
    "question": ("a: b\n? c\n: d\n", [(2, "question-mark", "question mark")]),
    "alias as key": ("a: b\n*c : d\n", [(2, "alias", "in double quotes")]),
    "key of fields": ("a: b\n{c: d}: e\n", [(2, "field-name", "field name is missing")]),
    "empty key": ('a: b\n"": c\n', [(2, "field-name", "field name is missing")]),
    "no key": ("a: b\n: c\n", [(2, "yaml-syntax", "field name is missing")]),
    "tag of HTML": ("a: b\nc: <b>d</b>\n", [(2, "markup", "Found “<b>”")]),
    "closing tag": ("a: b\nc: d</p>\n", [(2, "markup", "Found “</p>”")]),
    "HTML comment": ("a: b\nc: d <!-- e -->\n", [(2, "markup", "Only plain text")]),
    "entity": ("a: b\nc: d&nbsp;e\n", [(2, "markup", "Found “&nbsp;”")]),
    "numbered entity": ("a: b\nc: d &#60; e\n", [(2, "markup", "Found “&#60;”")]),
    "template in quotes": ('a: b\nc: "{{ d }}"\n', [(2, "markup", "Found “{{”")]),
    "template without quotes": ("a: b\nc: {{ d }} e\n", [(2, "markup", "Found “{{”")]),
    "template instruction": ("a: b\nc: {% if d %}\n", [(2, "markup", "Found “{%”")]),
    "script address": ("a: b\nc: JavaScript:alert(1)\n", [(2, "markup", "Found “JavaScript:”")]),
    "markup by escape": ('a: b\nc: "\\x3cb>"\n', [(2, "markup", "Found “<b>”")]),
    "markup deep in a block": ("a: |\n  b\n  <i>c\n  <u>d\n", [(3, "markup", "“<i>”"), (4, "markup", "“<u>”")]),
    "placeholder alone": ("a: b\nc: {cost.standard}\n",
        [(2, "placeholder-not-quoted", "in double quotes, or on the next line after `|`")]),
    "placeholder first": ("a: b\nc: {cost.standard} is the fee\nd: e\n",
        [(2, "placeholder-not-quoted", "“{cost.standard}”")]),
    "placeholder first, and colon": ("a: b\nc: {cost.standard}: the fee\nd: e\n",
        [(2, "placeholder-not-quoted", "double quotes")]),
    "placeholder first in list": ("a:\n- b\n- {cost.standard} is\n", [(3, "placeholder-not-quoted", "double quotes")]),
    "curly quotes": ("a: b\nc: “Get a passport”\n", [(2, "curly-quote", "Use straight ones")]),
    "curly quotes and colon": ("a: b\nc: “Get a passport: how”\nd: e\n", [(2, "curly-quote", "`|`")]),
    "curly quotes over lines": ("a: b\nc: “Get\n  a passport: how”\nd: e\n", [(2, "curly-quote", "Use straight ones")]),
    "curly quotes and number sign": ("a: b\nc: “Room # five”\n", [(2, "curly-quote", "Use straight ones")]),
    "curly quotes in brackets": ("a: b\nc: [d, „e“]\n", [(2, "curly-quote", "Use straight ones")]),
    "second colon": ("a: b\nc: d: e\n", [(2, "yaml-syntax", "second “:”")]),
    "open quote": ('a: b\nc: "d\ne: f\n', [(2, "yaml-syntax", "never closed")]),
    "open quote that ends in the next": ('a: "b\nc: d\ne: "f"\n', [(1, "yaml-syntax", "never closed")]),
    "quote in the middle": ('a: b\nc: "d" e\n', [(2, "yaml-syntax", "after its closing quotation mark")]),
    "apostrophe": ("a: b\nc: 'don't'\n", [(2, "yaml-syntax", "after its closing quotation mark")]),
    "lost colon": ("a: b\nc d\ne: f\n", [(2, "yaml-syntax", "“:” is missing")]),
    "lost colon at the start": ("a b\nc: d\n", [(1, "yaml-syntax", "“:” is missing")]),
    "lost colon inside": ("a:\n  b c\n  d: e\n", [(2, "yaml-syntax", "“:” is missing")]),
    "too few spaces": ("a:\n    b: c\n  d: e\n", [(3, "yaml-syntax", "does not line up")]),
    "too many spaces": ("a: b\n  c: d\n", [(2, "yaml-syntax", "does not line up")]),
    "special character": ("a: b\nc: @d\n", [(2, "yaml-syntax", "special character")]),
    "backquote": ("a: b\nc: `d`\n", [(2, "yaml-syntax", "special character")]),
    "backslash": ('a: b\nc: "d\\ge"\n', [(2, "yaml-syntax", "Write `\\\\`")]),
    "text after block sign": ("a: b\nc: | text\n", [(2, "yaml-syntax", "on the next line")]),
    "more than": ("a: b\nc: > 5 years\n", [(2, "yaml-syntax", "on the next line")]),
    "dash in text": ("a: b\nc: - d\n", [(2, "yaml-syntax", "starts with “- ”")]),
    "open bracket": ("a: b\nc: [d\ne: f\n", [(2, "yaml-syntax", "bracket")]),
    "open bracket at the end": ("a: b\nc: [\n", [(2, "yaml-syntax", "bracket")]),
    "text after the end": ("a: b\n...\nc\n", [(3, "yaml-syntax", "after the end")]),
    "two kinds": ("a: b # c\nd: <b>\ne: 1\ne: 2\n",
        [(1, "comment-after-value", "c"), (2, "markup", "b"), (4, "duplicate-key", "3")]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    text, expected = REFUSED[name]
    document, problems = read("data/x/en.yml", text.encode())
    assert document is None
    assert [(problem.line, problem.code) for problem in problems] == [(line, code) for line, code, _ in expected]
    for problem, (_, _, words) in zip(problems, expected, strict=True):
        assert words in f"{problem.message} {problem.tip}"
        assert problem.path == "data/x/en.yml"


PASSES: dict[str, tuple[str, dict[str, object]]] = {
    "note on its own line": ("# a\nb:\n  # c\n  d: e\n", {"b": {"d": "e"}}),
    "number sign in quotes": ('a: "Room #5 # x"\nb: \'# y\'\n', {"a": "Room #5 # x", "b": "# y"}),
    "number sign in a block": ("a: |\n  b # c\n  # d\n", {"a": "b # c\n# d\n"}),
    "number sign in a word": ("a: https://x.org/y#z C#\n", {"a": "https://x.org/y#z C#"}),
    "less than and ampersand": ("a: 5 < 6 & 7 <8, R&D\n", {"a": "5 < 6 & 7 <8, R&D"}),
    "placeholder inside": ("a: It costs {cost.standard}.\nb: |\n  {place.x}\n",
        {"a": "It costs {cost.standard}.", "b": "{place.x}\n"}),
    "placeholder in quotes": ('a: "{cost.standard} is the fee"\n', {"a": "{cost.standard} is the fee"}),
    "curly quotes inside": ("a: The “new” card’s fee\nb: |\n  “new”\nc: «d»\n",
        {"a": "The “new” card’s fee", "b": "“new”\n", "c": "«d»"}),
    "hard space in text": ("a: 12\u00a0AZN\nb: |\n  Note:\u00a0c\n", {"a": "12\u00a0AZN", "b": "Note:\u00a0c\n"}),
    "question in a block": ("a: |\n  ? b\n", {"a": "? b\n"}),
    "persian": ("a: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n",
        {"a": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"}),
    "devanagari": ("a: \u0915\u094d\u200d\u0937\n", {"a": "\u0915\u094d\u200d\u0937"}),
    "dashes at the start": ("---\na: b\n", {"a": "b"}),
    "two brackets": ("a: {b: [c, d]}\ne: []\n", {"a": {"b": ["c", "d"]}, "e": []}),
    "everything is text": ("no: NO\non: 0777\nyes: 1.10\nt: 8:30\nn: ~\nd: 2026-01-01\ne:\n",
                           {"no": "NO", "on": "0777", "yes": "1.10", "t": "8:30", "n": "~",
                            "d": "2026-01-01", "e": ""}),
    "old line ends": ("\ufeffa: |\r\n  b\r\n  c\rd: e", {"a": "b\nc\n", "d": "e"}),
    "decomposed by escape": ('a: "e\\u0301"\n', {"a": "\u00e9"}),
    "decomposed letters": ("cafe\u0301: e\u0301\n", {"caf\u00e9": "\u00e9"}),
}


@pytest.mark.parametrize("name", PASSES)
def test_passes(name: str) -> None:
    text, value = PASSES[name]
    assert _good(text).value == value


def test_not_utf8_names_line_and_column() -> None:
    document, problems = read("x.yml", b"a: b\nc: p\xe9n\n")
    assert (document, [(p.line, p.column, p.code) for p in problems]) == (None, [(2, 5, "not-utf8")])


def test_the_size_has_a_limit() -> None:
    _, problems = read("x.yml", b"a: " + b"b" * 200_000)
    assert [(p.line, p.code) for p in problems] == [(1, "too-large")]
    assert _good("a: " + "b" * 199_997).value


def test_at_most_twenty_problems_of_characters() -> None:
    _, problems = read("x.yml", ("a: \u200b\n" * 50).encode())
    assert len(problems) == 20


def test_problems_name_their_field() -> None:
    _, problems = read("x.yml", b"a:\n- b: c\n- b: <i>\n  d: e # f\n")
    assert [(p.line, p.column, p.field) for p in problems] == [(3, 6, "a.1.b"), (4, 8, "a.1.d")]


def test_places() -> None:
    document = _good("# note\na: b\nc:\n  d:\n  - e\n  - f: g\n")
    assert document.positions[("c", "d", 1)] == (6, 5)
    assert document.positions[("c", "d", 1, "f")] == (6, 8)
    assert document.keys[("c", "d")] == (4, 3)
    assert document.at(("c", "d", 1, "f")) == (6, 5)
    assert document.at(("c", "d", 0)) == (5, 5)
    assert document.at(("c", "no", "such")) == (3, 1)
    assert document.at(()) == (2, 1)


def test_without_libyaml_the_answers_are_the_same() -> None:
    program = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from hub.load.reader import read\n"
        "print(read('x.yml', b'a: [b]\\n')[0].value, *read('x.yml', b'a: b\\nc: d: e\\n')[1])"
    )
    scripts = Path(__file__).parents[2] / "scripts"
    run = subprocess.run([sys.executable, "-c", program], cwd=scripts, capture_output=True, text=True, check=True)
    _, problems = read("x.yml", b"a: b\nc: d: e\n")
    assert run.stdout.strip() == f"{{'a': ['b']}} {problems[0]}"
