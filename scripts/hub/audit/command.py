"""hub audit: what may be typed, and what comes out. Exit status 0 (nothing failed), 1 (failures), 2 (wrong use)."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from hub.audit import exceptions, grid, run, targets, virtual
from hub.audit.judge import Engine
from hub.audit.judged import Audit
from hub.audit.orca import command as orca
from hub.audit.orca.needs import NoOrca
from hub.audit.report import folder, published, store, text

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    asked = _asked(arguments)
    # An end by kill is an end by Ctrl+C: else the browsers would stay
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if asked.orca:
            return orca.write(asked.target, Path(asked.orca), asked.pages, asked.limit)
        excuses = exceptions.read(Path(asked.exceptions)) if asked.exceptions else ()
        made = exceptions.applied(_made(asked), excuses, asked.exceptions)
        if asked.report:
            folder.write(made, Path(asked.report), pictures=asked.pictures, grid=asked.grid)
        if asked.publish:
            published.write(made, Path(asked.publish))
    except (targets.NothingThere, exceptions.Unreadable, store.Unmergeable, virtual.NoReader, grid.NoGrid,
            NoOrca) as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. Nothing was judged to the end, and no report was written.", file=sys.stderr)
        return 130
    except OSError as reason:
        print(f"{reason.filename} cannot be written: {reason.strerror}", file=sys.stderr)
        return 2
    print("\n".join(text.text(made)))
    if asked.report:
        print(f"Reports for people and for programs are in {asked.report}: begin with index.html.", file=sys.stderr)
    return report(made)


def _made(asked: argparse.Namespace) -> Audit:
    """The audit that was asked for: a new one, or the parts of one put together."""
    if asked.merge:
        return store.merge([store.read(Path(file)) for file in asked.merge])
    browsers = _browsers(asked)
    virtual.script()  # once here, or each page would say that it is missing
    return run.audit(asked.target, engine(), _day(), every=asked.every, shard=asked.shard, tell=_progress,
                     limit=asked.limit, workers=browsers, grid=asked.grid)


def _browsers(asked: argparse.Namespace) -> int:
    """How many at the same time."""
    if not asked.grid:
        return run.WORKERS
    grid.need_reachable(asked.grid, asked.target)
    offered = grid.sessions(asked.grid)
    print(f"The grid at {asked.grid} has browsers for us: {offered}.", file=sys.stderr, flush=True)
    return offered


def report(made: Audit) -> int:
    """The exit status: 1 when something failed."""
    return 1 if made.failures else 0


def engine() -> Engine:
    """The axe-core that package.json pins."""
    pinned = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]["axe-core"]
    return Engine(script=Path(os.environ.get("AXE", ROOT / "node_modules/axe-core/axe.min.js")), version=pinned)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    """What was typed. A part cannot know whether another one needs an exception: they belong to the whole."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if bool(asked.target) == bool(asked.merge):
        parser.error("give a folder or an address, or --merge with the audit.json of each part")
    if asked.merge and (asked.every or asked.grid or asked.shard != (1, 1) or asked.limit != targets.LIMIT):
        parser.error("--merge judges nothing anew: --every, --grid, --limit and --shard belong to the parts")
    if asked.pictures and not asked.report:
        parser.error("--pictures are part of a report: give --report and a folder")
    if asked.publish and asked.shard != (1, 1):
        parser.error("give --publish when the parts are put together, with --merge")
    if asked.orca and (asked.merge or asked.report or asked.publish or asked.grid or asked.every or asked.exceptions):
        parser.error("--orca listens and judges nothing: it goes with a target, --pages and --limit only")
    if asked.pages and not asked.orca:
        parser.error("--pages are for --orca")
    if asked.exceptions and asked.shard != (1, 1):
        parser.error("give --exceptions when the parts are put together, with --merge")
    return asked


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/audit", description="Judge a static site, ours or anybody's.")
    parser.add_argument("target", nargs="?", default="", help="a folder of HTML, or an address that begins with http")
    parser.add_argument("--every", action="store_true", help="every page in full, not one of each structure")
    parser.add_argument("--exceptions", metavar="FILE", default="", help="faults that are borne for a time (TOML)")
    parser.add_argument("--shard", metavar="I/N", type=_shard, default=(1, 1), help="only this part of the pages: 1/4")
    parser.add_argument("--report", metavar="DIR", default="", help="write reports for people and programs there")
    parser.add_argument("--pictures", action="store_true", help="show in the report what is at fault")
    parser.add_argument("--publish", metavar="FILE", default="",
                        help="write what a hub's accessibility page shows of it: data/audit.yml")
    parser.add_argument("--merge", metavar="FILE", nargs="+", help="the audit.json of each part, instead of a target")
    parser.add_argument("--limit", type=int, default=targets.LIMIT, help="at most so many pages of an address")
    parser.add_argument("--grid", metavar="URL", default="", help="use browsers of a Selenium Grid, as many as are "
                        "free. The target must be an address that they can reach, or be on the machine of the grid")
    parser.add_argument("--orca", metavar="DIR", default="", help="judge nothing, but write there what Orca, a screen "
                        "reader, says on a page of each kind: when it opens, by headings, by Tab (Linux only)")
    parser.add_argument("--pages", metavar="PATH", nargs="+", default=[], help="with --orca: these pages instead, as "
                        "they lie in the target: index.html guides/x/")
    return parser


def _shard(given: str) -> tuple[int, int]:
    part, _, of = given.partition("/")
    if not (part.isdigit() and of.isdigit() and 1 <= int(part) <= int(of)):
        raise argparse.ArgumentTypeError("write a part and how many there are, for example 1/4")
    return int(part), int(of)


def _day() -> str:
    """Today, or the day of SOURCE_DATE_EPOCH."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(given), UTC).date() if given.isdigit() else date.today()).isoformat()


def _progress(done: int, of: int) -> None:
    """A line now and then: every tenth part, and to standard error, so that the report stays clean."""
    step = max(1, of // 10)
    if done % step == 0 or done == of:
        print(f"{done} of {of} pages judged in the browser.", file=sys.stderr, flush=True)
