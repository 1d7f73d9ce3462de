"""From rules to pages: every question in every state in which it is asked, and the rule at the end of each path.

A state is what is left of the rules after the answers so far: those that are not contradicted, up to the first one that
is certain, each with the questions that it still needs. Equal states are one page, so the ways are worked out once for
each state and not for each list of answers, of which there are exponentially many.

It stands on this floor because the check proves with it what the pages are made from, and neighbours do not meet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from hub.model.eligibility import Eligibility

Conditions = tuple[tuple[str, tuple[str, ...]], ...]
State = tuple[tuple[str, Conditions], ...]
Answers = tuple[tuple[str, str], ...]
# More pages of questions than anybody reads; without an end a few lines of rules could make millions.
MOST = 250


@dataclass(frozen=True, kw_only=True)
class Step:
    """A page that asks. name: its folder; nth: 2 for the second state of a question; answers: option -> next page."""

    name: str
    question: str
    nth: int
    answers: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Tree:
    """All paths. start: the first page; longest: answers on the longest path; dead_ends: answers that no rule fits.

    too_many: the rules make more than MOST pages of questions, and nothing else of them was worked out.
    """

    start: str
    steps: Mapping[str, Step]
    reached: frozenset[str]
    longest: int
    dead_ends: tuple[Answers, ...]
    too_many: bool = False


def whole(eligibility: Eligibility) -> State:
    """The state before the first answer."""
    return _cut((identifier, tuple(rule.conditions.items())) for identifier, rule in eligibility.rules.items())


def after(state: State, question: str, option: str) -> State:
    """The state after one more answer."""
    return _cut((identifier, tuple(one for one in left if one[0] != question)) for identifier, left in state
                if all(option in options for asked, options in left if asked == question))


def _cut(rules: Iterable[tuple[str, Conditions]]) -> State:
    """Rules behind the first certain one can never count."""
    kept = []
    for identifier, left in rules:
        kept.append((identifier, left))
        if not left:
            break
    return tuple(kept)


@lru_cache(maxsize=256)
def _tree(key: tuple) -> Tree:
    start, options = key
    choices = dict(options)
    names, ways, dead_ends = _walk(start, choices)
    if len(names) > MOST:
        return Tree(start="", steps={}, reached=frozenset(), longest=0, dead_ends=(), too_many=True)
    steps = {}
    for state, (name, nth) in names.items():
        question = state[0][1][0][0]
        answers = {option: _page(then, names) for option, then in ways[state].items()}
        steps[name] = Step(name=name, question=question, nth=nth, answers=answers)
    reached = {state[0][0] for follow in (*ways.values(), {"": start}) for state in follow.values() if _ends(state)}
    return Tree(start=_page(start, names), steps=steps, reached=frozenset(reached), longest=_longest(start, ways),
                dead_ends=dead_ends)


def tree(eligibility: Eligibility) -> Tree:
    """All pages of these rules, the questions in the order in which they come up."""
    options = tuple((name, question.options) for name, question in eligibility.questions.items())
    return _tree((whole(eligibility), options))


def _ends(state: State) -> bool:
    return bool(state) and not state[0][1]


def _page(state: State, names: Mapping[State, tuple[str, int]]) -> str:
    """The folder of a state: a question's, a rule's, or "" where no rule is left."""
    if not state:
        return ""
    return state[0][0] if _ends(state) else names[state][0]


def _walk(start: State, choices: Mapping[str, tuple[str, ...]]) -> tuple[dict, dict, tuple[Answers, ...]]:
    """Every state with a question, nearest first: its name, and where each answer leads."""
    names: dict[State, tuple[str, int]] = {}
    ways: dict[State, dict[str, State]] = {}
    times: dict[str, int] = {}
    dead_ends: list[Answers] = [] if start else [()]
    waiting: list[tuple[State, Answers]] = [(start, ())] if start and not _ends(start) else []
    for state, said in waiting:
        if state in names:
            continue
        if len(names) > MOST:
            break
        question = state[0][1][0][0]
        times[question] = times.get(question, 0) + 1
        nth = times[question]
        names[state] = (question if nth == 1 else f"{question}-{nth}", nth)
        ways[state] = {option: after(state, question, option) for option in choices[question]}
        for option, then in ways[state].items():
            answers = (*said, (question, option))
            if not then:
                dead_ends.append(answers)
            elif not _ends(then):
                waiting.append((then, answers))
    return names, ways, tuple(dead_ends)


def _longest(start: State, ways: Mapping[State, Mapping[str, State]]) -> int:
    """How many answers the longest path has. Each answer takes a question out of a state, so there is no circle."""
    lengths: dict[State, int] = {}
    waiting = [start] if start in ways else []
    while waiting:
        state = waiting[-1]
        open_ones = [then for then in ways[state].values() if then in ways and then not in lengths]
        if open_ones:
            waiting += open_ones
        else:
            lengths[state] = 1 + max(lengths.get(then, 0) for then in ways[state].values())
            waiting.pop()
    return lengths.get(start, 0)
