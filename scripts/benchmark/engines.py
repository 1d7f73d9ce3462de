"""Other engines that can judge the same pages: which, what to type to have them, and what they say of an open page.

None of them is part of the audit, so none is in package.json. They are installed beside the project, pinned here.
"""

import json
import subprocess
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmark.score import Case, Said
from hub.audit import browser, server
from hub.audit.judged import strongest

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[1] / ".cache" / "engines"
SECONDS = 60
# What Alfa takes for the screen; the page must be laid out for the same one
WIDTH, HEIGHT = 1280, 720
Driver = Any
# Gives what an engine says of the page that is open: {"version", "said": [[rule, outcome], ...], "acts", "seconds"}
Judge = Callable[[Driver], Mapping[str, Any]]


class NoEngine(Exception):
    """It is not installed, or not as pinned here; the text says what to type."""


class Broke(Exception):
    """The engine broke down on a page; the text says where."""


@dataclass(frozen=True, kw_only=True)
class Engine:
    """packages: npm name -> version; the first is the engine itself. inject: its files, put into the page in order."""

    name: str
    title: str
    packages: Mapping[str, str]
    inject: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """Of the engine itself."""
        return next(iter(self.packages.values()))


ENGINES = {engine.name: engine for engine in (
    Engine(name="alfa", title="Alfa", packages={f"@siteimprove/alfa-{part}": "0.114.0" for part in (
        "rules", "act", "device", "dom", "http", "web")}),
    Engine(name="ibm", title="IBM Equal Access", packages={"accessibility-checker-engine": "4.0.34"},
           inject=("accessibility-checker-engine/ace.js",)),
    Engine(name="qualweb", title="QualWeb",
           packages={"@qualweb/act-rules": "0.7.5", "@qualweb/qw-page": "0.3.3", "@qualweb/util": "0.6.5",
                     "@qualweb/locale": "0.2.2"},
           inject=("@qualweb/qw-page/dist/qw-page.bundle.js", "@qualweb/util/dist/__webpack/util.bundle.js",
                   "@qualweb/locale/dist/locale.bundle.js", "@qualweb/act-rules/dist/__webpack/act.bundle.js")),
    Engine(name="accesslint", title="AccessLint", packages={"@accesslint/core": "0.21.0"},
           inject=("@accesslint/core/dist/index.iife.js",)),
)}


@dataclass
class Notes:
    """What one engine said. acts: ACT rule -> names of its rules; seconds: CPU outside the browser, for all pages.

    broke: on which pages it broke down, and how; it has said nothing of them.
    """

    said: dict[str, Said] = field(default_factory=dict)
    acts: dict[str, set[str]] = field(default_factory=dict)
    seconds: float = 0.0
    broke: list[str] = field(default_factory=list)


def installed(engine: Engine, folder: Path = FOLDER) -> None:
    """Raises NoEngine with the command to type where a package is missing, or of another version."""
    for package, version in engine.packages.items():
        file = folder / "node_modules" / package / "package.json"
        found = json.loads(file.read_text(encoding="utf-8"))["version"] if file.is_file() else "missing"
        if found != version:
            wanted = " ".join(f"{name}@{each}" for name, each in engine.packages.items())
            raise NoEngine(f"{engine.title} is no part of the audit; {package} {version} is wanted, and is {found}. "
                           f"Type: npm install --prefix {folder} --ignore-scripts --save-exact {wanted}")


def judged(engine: Engine, folder: Path, chosen: Iterable[Case],
           tell: Callable[[str, Said], None] = lambda path, said: None) -> Notes:
    """What an engine says of every case. tell: is told of each one. Raises NoEngine."""
    installed(engine)
    notes = Notes(acts=acts(engine.name))
    with server.serve(folder) as base, browser.chromium() as driver, opened(engine) as judge:
        browser.viewport(driver, WIDTH, HEIGHT)
        for case in chosen:
            driver.get(f"{base}{case.path}")
            try:
                answer = judge(driver)
                notes.said[case.path] = said(engine, answer)
            except Broke as reason:
                answer, notes.said[case.path] = {}, {}
                notes.broke.append(str(reason).splitlines()[0])
            notes.seconds += answer.get("seconds", 0.0)
            for rule, names in answer.get("acts", ()):
                for act in names:
                    notes.acts.setdefault(act, set()).add(f"{engine.name}/{rule}")
            tell(case.path, notes.said[case.path])
    return notes


def said(engine: Engine, answer: Mapping[str, Any]) -> Said:
    """Rule -> the strongest outcome of its places. Raises NoEngine for another version, or when no rule ran."""
    if answer.get("version", engine.version) != engine.version:
        raise NoEngine(f"{engine.title} {answer['version']} has judged, expected {engine.version}")
    if not answer["said"]:
        raise NoEngine(f"{engine.title}: no rule ran")
    found: dict[str, list[str]] = {}
    for rule, outcome in answer["said"]:
        found.setdefault(f"{engine.name}/{rule}", []).append(outcome)
    return {rule: strongest(outcomes) for rule, outcomes in found.items()}


def acts(name: str) -> dict[str, set[str]]:
    """ACT rule -> rules of an engine whose own files do not say it; nothing for the others, which say it themselves."""
    file = HERE / f"{name}.toml"
    known = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    found: dict[str, set[str]] = {}
    for rule, names in known.items():
        for act in names:
            found.setdefault(act, set()).add(f"{name}/{rule}")
    return found


@contextmanager
def opened(engine: Engine, folder: Path = FOLDER) -> Iterator[Judge]:
    """The judge of an engine, for as long as the block lasts."""
    if engine.inject:
        files = [(folder / "node_modules" / file).read_text(encoding="utf-8") for file in engine.inject]
        yield _injected("\n;".join(files), (HERE / f"{engine.name}.js").read_text(encoding="utf-8"))
        return
    with subprocess.Popen(["node", str(HERE / "alfa.mjs"), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True, encoding="utf-8") as process:
        yield _piped(process, folder)
        process.stdin.close()


def _injected(library: str, ask: str) -> Judge:
    """The engine's script and ours, evaluated in the page; ours gives a promise."""

    def judge(driver: Driver) -> Mapping[str, Any]:
        return _value(driver, library + "\n;undefined") or _value(driver, ask)

    return judge


def _piped(process: subprocess.Popen[str], folder: Path) -> Judge:
    """The page is put into words by Alfa's own script, and judged outside the browser."""
    native = (folder / "node_modules/@siteimprove/alfa-dom/dist/native.js").read_text(encoding="utf-8")
    put = "return Native.fromNode(document).then(JSON.stringify);"
    script = f"(() => {{{native.replace('export var', 'var')}\n{put}}})()"

    def judge(driver: Driver) -> Mapping[str, Any]:
        process.stdin.write(f"{_value(driver, script)}\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            raise NoEngine("node has ended; what it said is above")
        return json.loads(answer)

    return judge


def _value(driver: Driver, expression: str) -> Any:
    """What a script gives, in the page's own world, whatever the page's policy forbids. Raises Broke."""
    got = driver.execute_cdp_cmd("Runtime.evaluate", {"expression": expression, "awaitPromise": True,
                                                      "returnByValue": True, "timeout": SECONDS * 1000})
    if "exceptionDetails" in got:
        raise Broke(f"{driver.current_url}: {got['exceptionDetails'].get('exception', {}).get('description', got)}")
    return got["result"].get("value")
