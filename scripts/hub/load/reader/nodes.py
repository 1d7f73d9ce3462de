"""From YAML events to mappings, lists and texts, in one pass that stops before anything grows."""

import unicodedata
from itertools import islice

import yaml

from hub.load.reader import comments, values
from hub.load.reader.events import events
from hub.load.reader.finding import MOST, finding
from hub.load.reader.places import Path, Places
from hub.problems import Problem

DEEPEST, BRACKETS = 12, 2
QUOTE = "Put the whole text in double quotes."
SIGNS = {
    "alias": ("*", "The text begins with “*”, which means something else in YAML."),
    "anchor": ("&", "The text begins with “&”, which means something else in YAML."),
    "tag": ("!", "The text begins with “!”, which means something else in YAML."),
}
Value = str | list["Value"] | dict[str, "Value"]


class Stop(Exception):
    """No error: nothing after this place is worth reading."""


class Composer:
    """Reads one text. `value()` fills `problems`, and `spans`: where each text begins and ends, and its field."""

    def __init__(self, text: str, places: Places | None = None) -> None:
        self.problems: list[Problem] = []
        self.spans: list[tuple[int, int, str]] = []
        self._text, self._places, self._next = text, places, events(text)
        self._path: list[str | int] = []
        self._careful = values.suspicious(text)
        # An escape can make what is not in the text: such files are normalised too.
        self._composed = "\\" not in text and (text.isascii() or unicodedata.is_normalized("NFC", text))
        self._spanned = comments.suspicious(text)

    def value(self) -> Value | None:
        """The whole document, or None when it holds nothing. Raises Stop, or PyYAML's error."""
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            return None
        if start.version or start.tags:
            self._stop(start, "directive", "The file begins with an instruction to YAML.",
                       "Remove the line that begins with “%”.")
        value = self._node(self._next(), 0, 0)
        end, after = self._next(), self._next()
        if end.explicit or not isinstance(after, yaml.StreamEndEvent):
            self._second(end if end.explicit else after)
        return value

    def _second(self, event: yaml.Event) -> None:
        mark = "..." if isinstance(event, yaml.DocumentEndEvent) else "---"
        self._stop(event, "second-document", f"There is a line with only “{mark}”.",
                   "Remove it; one file holds one thing.")

    def _node(self, event: yaml.Event, depth: int, brackets: int) -> Value:
        if self._places is not None:
            self._places.positions[self._here()] = (event.start_mark.line + 1, event.start_mark.column + 1)
        # An alias has an anchor, the name that it points at, and no tag.
        if event.anchor or event.tag:
            self._signs(event)
        if type(event) is yaml.ScalarEvent:
            return self._text_of(event)
        if type(event) is yaml.AliasEvent:
            return ""
        brackets += bool(event.flow_style)
        self._limits(event, depth + 1, brackets)
        inside = self._mapping if type(event) is yaml.MappingStartEvent else self._list
        return inside(depth + 1, brackets)

    def _mapping(self, depth: int, brackets: int) -> dict[str, Value]:
        answer: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._key(event)
            self._path.append(key)
            line = event.start_mark.line + 1
            first = lines.setdefault(key, line)
            if key in answer:
                self._twice(event, key, first)
            if self._places is not None:
                self._places.keys[self._here()] = (line, event.start_mark.column + 1)
            answer[key] = self._node(self._next(), depth, brackets)
            self._path.pop()
        return answer

    def _twice(self, event: yaml.Event, key: str, first: int) -> None:
        self._found(event, "duplicate-key",
                    f"The field “{key}” stands here a second time. The first is in line {first}.",
                    "Remove one of the two.")

    def _list(self, depth: int, brackets: int) -> list[Value]:
        answer: list[Value] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            self._path.append(len(answer))
            answer.append(self._node(event, depth, brackets))
            self._path.pop()
        return answer

    def _key(self, event: yaml.Event) -> str:
        if event.anchor or event.tag:
            self._signs(event)
        if type(event) is yaml.AliasEvent:
            raise Stop
        if type(event) is not yaml.ScalarEvent or not event.value.strip():
            self._stop(event, "field-name", "A field name is missing before the “:”.", "Write `name: value`.")
        if event.value == "<<":
            self._found(event, "merge-key", "The field name “<<” would copy other fields.", "Write the fields out.")
        return self._text_of(event)

    def _text_of(self, event: yaml.ScalarEvent) -> str:
        if self._spanned:
            self._spans(event)
        if self._careful or event.value[:1] in values.CURLY:
            self._judge(event)
        return event.value if self._composed else unicodedata.normalize("NFC", event.value)

    def _judge(self, event: yaml.ScalarEvent) -> None:
        self.problems += islice(values.refused(self._text, event, self._field()), MOST)
        if len(self.problems) >= MOST:
            raise Stop

    def _spans(self, event: yaml.ScalarEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style and event.style in "|>":
            # The line of the "|" is not text: a comment may stand there.
            start = self._text.find("\n", start)
        self.spans.append((start, end, self._field()))

    def _signs(self, event: yaml.Event) -> None:
        code = "alias" if isinstance(event, yaml.AliasEvent) else "anchor" if event.anchor else "tag"
        sign, message = SIGNS[code]
        # One sign can bring another one, or a merge key stands before it: one problem is enough.
        if not self.problems or self.problems[-1].line != event.start_mark.line + 1:
            self._found(event, code, message, f"{QUOTE} If it was meant for YAML: “{sign}” is not used here.")

    def _limits(self, event: yaml.Event, depth: int, brackets: int) -> None:
        mark = event.start_mark
        if event.flow_style and (braces := values.BRACES.match(self._text, mark.index)):
            self.problems.append(values.braces(mark.line + 1, mark.column + 1, braces[0], self._field()))
            raise Stop
        if brackets > BRACKETS:
            self._stop(event, "too-deep", f"More than {BRACKETS} brackets stand inside each other.",
                       "Write each field on its own line, with two more spaces.")
        if depth > DEEPEST:
            self._stop(event, "too-deep", f"More than {DEEPEST} levels of fields stand inside each other.",
                       "Look at a similar file: no field needs so many levels.")

    def _found(self, event: yaml.Event, code: str, message: str, tip: str) -> None:
        mark = event.start_mark
        self.problems.append(finding(mark.line + 1, mark.column + 1, code, message, tip, self._field()))
        if len(self.problems) >= MOST:
            raise Stop

    def _stop(self, event: yaml.Event, code: str, message: str, tip: str) -> None:
        self._found(event, code, message, tip)
        raise Stop

    def _field(self) -> str:
        return ".".join(map(str, self._path))

    def _here(self) -> Path:
        return tuple(self._path)
