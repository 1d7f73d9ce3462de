"""The command: scripts/bench build | weigh | load | peers | serve | renderer | pages. act is a command of its own."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import yaml

from benchmark import building, renderer, told
from benchmark.served import Silent, waits

ROOT = Path(__file__).resolve().parents[2]
EDITS = 5
# So many of the files that differ are named.
NAMED = 20


class Unfit(Exception):
    """What was typed cannot be measured; the text says why."""


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status: 0, 1 (not measured), 2 (wrong use)."""
    try:
        typed = _parser().parse_args(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    try:
        lines = told.told(typed.run(typed, [*arguments]))
        if typed.write:
            told.write(typed.verb, lines)
            print(f"Written to {told.PAGE.relative_to(ROOT)}.")
    except (ValueError, Unfit, Silent, building.Failed, renderer.Broken, told.NoPlace) as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/bench", allow_abbrev=False, description="Says what the hub costs.",
                                     epilog="scripts/bench act --help: how many known faults the audit finds.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    build = _verb(verbs, "build", _build, "hubs of so many guides, with words drawn at random, and what building costs")
    build.add_argument("guides", type=_sizes, help="250,1000,4000")
    build.add_argument("languages", type=int)
    build.add_argument("--like", choices=building.LIKE, default="real",
                       help="real: guides as long as ours; long: half of them with more than 926 words in their data")
    weigh = _verb(verbs, "weigh", _weigh, "bytes and requests of every kind of page of a built site")
    weigh.add_argument("folder", type=Path, nargs="?", default=ROOT / "site")
    load = _verb(verbs, "load", _load, "when the median guide of a built site paints in Chromium on slow connections")
    load.add_argument("folder", type=Path, nargs="?", default=ROOT / "site")
    load.add_argument("--runs", type=int, default=3, help="the median of so many counts; 3 or more")
    load.add_argument("--seconds", type=float, default=900, help="what is not done by then is told as not run")
    peers = _verb(verbs, "peers", _peers, "the same guides through other makers of sites, held against ours")
    peers.add_argument("guides", type=_sizes, nargs="?", default=[], help="100,1000")
    peers.add_argument("--install", action="store_true", help="install what is missing into the folder of tools first")
    peers.add_argument("--tools", type=Path, default=Path(tempfile.gettempdir()) / "stepfree-peers",
                       help="where the other makers are; outside this repository")
    peers.add_argument("--limit", type=float, default=600, help="seconds that one build may take")
    peers.add_argument("--seconds", type=float, default=3600, help="what is not done by then is told as not run")
    serve = _verb(verbs, "serve", _serve, "how long an edit of a hub of so many guides takes to be seen", table=False)
    serve.add_argument("guides", type=int)
    serve.add_argument("languages", type=int, nargs="?", default=2)
    _verb(verbs, "renderer", _renderer, "our hub built with ProperDocs as well, and every byte compared", table=False)
    pages = _verb(verbs, "pages", _pages, "what the rules of the audit that need only files cost a page", table=False)
    pages.add_argument("folder", type=Path, help="a built site")
    return parser


def _verb(verbs, name: str, run, about: str, *, table: bool = True) -> argparse.ArgumentParser:
    made = verbs.add_parser(name, help=about, description=about, allow_abbrev=False)
    if table:
        made.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    made.set_defaults(run=run, write=False)
    return made


def _sizes(typed: str) -> list[int]:
    return [int(size) for size in typed.split(",")]


def _build(typed: argparse.Namespace, arguments: list[str]):
    yield told.machine(arguments, ["mkdocs", "mkdocs-static-i18n"])
    yield from building.compare(typed.guides, typed.languages, typed.like)


def _weigh(typed: argparse.Namespace, arguments: list[str]):
    from benchmark import weigh  # brotli is not needed to measure a build

    yield told.machine(arguments, ["brotli"])
    yield ("Bytes of the body, without headers (some 200 to 400 bytes more). Requests: the page and what its file asks "
           "for.")
    yield ""
    yield from weigh.table([*weigh.weigh(_site(typed.folder))])


def _load(typed: argparse.Namespace, arguments: list[str]):
    from benchmark import load, weigh  # selenium

    guides = sorted((one for one in weigh.weigh(_site(typed.folder)) if one.kind == "guide"), key=lambda one: one.gzip)
    if len(guides) < 2:
        raise Unfit(f"{typed.folder} has no two guides.")
    middle, other = guides[len(guides) // 2], guides[len(guides) // 2 - 1]
    yield told.machine(arguments, ["selenium"], [load.program()])
    yield (f"Median of {typed.runs} cold visits in contexts of their own, 360 x 640, scale 2; gzip -6 from this "
           f"machine. The guide is `{middle.name}` ({middle.gzip:,} bytes), the median by weight; the second page "
           f"`{other.name}`. " + load.HOW)
    yield ""
    mine = load.Subject(name="guide", folder=typed.folder, first=middle.name, second=other.name, size=middle.gzip)
    yield from load.load([mine], typed.runs, typed.seconds)


def _peers(typed: argparse.Namespace, arguments: list[str]):
    from benchmark import compare, load, peers  # lxml and selenium

    tools = typed.tools.resolve()
    if tools.is_relative_to(ROOT):
        raise Unfit("The folder of tools must be outside this repository.")
    if typed.install:
        peers.install(tools, lambda words: print(words, file=sys.stderr))
    codes = yaml.safe_load((ROOT / "data/languages.yml").read_text(encoding="utf-8"))
    names = {code: one["name"] for code, one in [*codes.items()][:2]}
    before: dict[str, tuple[int, float]] = {}
    yield told.machine(arguments, ["mkdocs", "mkdocs-material", "mkdocs-static-i18n"],
                       [load.program(), *peers.versions(tools)])
    yield compare.HOW
    for count in sorted(typed.guides):
        with tempfile.TemporaryDirectory(prefix="hub-bench-") as scratch:
            yield ""
            yield from compare.compare(compare.Bench(
                tools=tools, scratch=Path(scratch), limit=typed.limit, until=time.monotonic() + typed.seconds,
                say=lambda words: print(words, file=sys.stderr)), count, names, before)


def _serve(typed: argparse.Namespace, arguments: list[str]):
    for number, seconds in enumerate(waits(ROOT, typed.guides, typed.languages, EDITS), 1):
        busy = os.getloadavg()[0] / (os.cpu_count() or 1)
        yield (f"Edit {number} of {typed.guides:,} guides in {typed.languages} languages was seen after {seconds:.2f} "
               f"seconds; for each core there was work for {busy:.1f}.")


def _renderer(typed: argparse.Namespace, arguments: list[str]):
    ours, theirs, differ = renderer.compared(ROOT, int(time.time()))
    yield f"{ours:,} files by MkDocs, {theirs:,} by ProperDocs; {len(differ)} differ."
    yield from differ[:NAMED]
    if differ:
        raise Unfit("The two renderers do not make the same.")


def _pages(typed: argparse.Namespace, arguments: list[str]):
    from benchmark import pages  # the audit is not needed to measure a build

    yield from pages.table(_site(typed.folder))


def _site(folder: Path) -> Path:
    """The folder, where it is a built site."""
    if not any(folder.glob("**/index.html")):
        raise Unfit(f"{folder} has no pages. Type scripts/build first, or name the folder of a built site.")
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
