"""What PyYAML says when it cannot go on, in an editor's words, at the line where the mistake was made."""

import re
from dataclasses import dataclass

import yaml

from hub.load.reader import blocks, values
from hub.load.reader.events import slow_events
from hub.load.reader.finding import finding
from hub.load.reader.lines import START
from hub.load.reader.sentences import CLOSED, LINE_UP, NO_COLON, SECOND_COLON, UNCLOSED, sentence
from hub.problems import Problem

CODE = "yaml-syntax"
KEY = rf"{START}[^\s:#]+ *:"
BRACES_LINE = re.compile(rf"(?:{KEY} +|{START}- +)({values.BRACES.pattern})")
CURLY_LINE = re.compile(rf"(?:{KEY} +|{START}- +)([{''.join(values.CURLY)}])")
BEGINS = re.compile(rf"{KEY}(?: |$)| *- ")
KEY_LINE = re.compile(rf"{KEY}(?: |$)")


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What is known where the reading stopped. last: the last whole text before. blocks: which lines are in blocks."""

    lines: list[str]
    blocks: list[bool]
    last: yaml.ScalarEvent | None
    error: yaml.MarkedYAMLError

    @property
    def line(self) -> int:
        """The number, from 0, of the line where PyYAML noticed the mistake."""
        return min(self.error.problem_mark.line, len(self.lines) - 1)


def explain(text: str, error: yaml.MarkedYAMLError) -> Problem:
    """One problem for PyYAML's error: the first cause that fits."""
    lines = text.split("\n")
    last, better = _again(text)
    scene = Scene(lines=lines, blocks=blocks.inside(lines), last=last, error=better or error)
    causes = (_braces, _curly, _open_quote, _second_colon, _after_quote)
    return next((problem for cause in causes if (problem := cause(scene))), None) or _words(scene)


def _again(text: str) -> tuple[yaml.ScalarEvent | None, yaml.MarkedYAMLError | None]:
    """The last text and the error as the pure-Python parser sees them; it may not see any."""
    last, following = None, slow_events(text)
    try:
        while event := following():
            last = event if isinstance(event, yaml.ScalarEvent) else last
    except yaml.MarkedYAMLError as error:
        return last, error
    return None, None


def _braces(scene: Scene) -> Problem | None:
    number, match = _line_before(scene, BRACES_LINE)
    return match and values.braces(number + 1, match.start(1) + 1, match[1])


def _curly(scene: Scene) -> Problem | None:
    number, match = _line_before(scene, CURLY_LINE)
    return match and values.curly(number + 1, match.start(1) + 1, match[1])


def _line_before(scene: Scene, pattern: re.Pattern[str]) -> tuple[int, re.Match[str] | None]:
    """The line that PyYAML names or, when that one only continues a text, the line where the text began."""
    number = scene.line
    while number and (scene.blocks[number] or not BEGINS.match(scene.lines[number])):
        number -= 1
    for candidate in (number, number - 1):
        if candidate >= 0 and not scene.blocks[candidate] and (match := pattern.match(scene.lines[candidate])):
            return candidate, match
    return number, None


def _open_quote(scene: Scene) -> Problem | None:
    """A mark that is never closed takes the next one, lines below, as its end: the mistake is where it was opened."""
    last = scene.last
    if not last or last.style not in ("'", '"') or last.start_mark.line == last.end_mark.line:
        return None
    if scene.line > last.end_mark.line:
        return None
    return finding(last.start_mark.line + 1, last.start_mark.column + 1, CODE, *UNCLOSED)


def _second_colon(scene: Scene) -> Problem | None:
    if "mapping values are not allowed" not in scene.error.problem:
        return None
    number, column = scene.line, scene.error.problem_mark.column
    line = scene.lines[number]
    if re.search(r":(?: |$)", line[:column]):
        return finding(number + 1, column + 1, CODE, *SECOND_COLON)
    above = max((n for n in range(number) if scene.lines[n].strip()), default=number)
    if above != number and not KEY_LINE.match(scene.lines[above]):
        return finding(above + 1, len(scene.lines[above]), CODE, *NO_COLON)
    return finding(number + 1, len(line) - len(line.lstrip()) + 1, CODE, *LINE_UP)


def _after_quote(scene: Scene) -> Problem | None:
    last, mark = scene.last, scene.error.problem_mark
    if last and last.style in ("'", '"') and last.end_mark.line == mark.line and "<block end>" in scene.error.problem:
        return finding(mark.line + 1, mark.column + 1, CODE, *CLOSED)
    return None


def _words(scene: Scene) -> Problem:
    error = scene.error
    words, begins = sentence(f"{error.context or ''} {error.problem or ''}")
    mark = error.context_mark if begins and error.context_mark else error.problem_mark
    # The end of the file is behind the last line, which is no place to look at.
    return finding(min(mark.line + 1, len(scene.lines) - 1), mark.column + 1, CODE, *words)
