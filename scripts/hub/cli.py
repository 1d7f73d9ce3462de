"""The commands: check, build, serve, record, alert, audit. Exit status 0 (good), 1 (problems), 2 (wrong use)."""

import sys
from collections.abc import Sequence
from pathlib import Path

from hub import checks
from hub.load.cap_xml import NotTaken
from hub.load.catalogue import load
from hub.model.catalogue import Catalogue
from hub.model.values import ID
from hub.pages.tally import tallies
from hub.problems import Problem
from hub.site import building
from hub.site.day import NoDay, build_moment
from hub.site.intake import take_in
from hub.site.record import Unread, record
from hub.site.stamp import Stamped, Unfit, end, publish

ROOT = Path(__file__).resolve().parents[2]
USAGE = """usage: scripts/build | scripts/serve [--port N] | scripts/check [PATH ...] | scripts/record [PATH ...]
       scripts/alert ... | scripts/audit FOLDER-OR-ADDRESS
  check   tell every problem of data/; with PATHs, only the problems of those files and folders
  build   check, build into a new folder, put it in place of site/ when it is good; when nothing has changed since
          the last build, the site stays as it is
    --anew                  build in any case
    --languages az,sw       only the pages of these languages: a part, to be joined with the others
    --join PART PART ...    put parts together; the site is the same as one that was built whole
    --into FOLDER           into this folder instead of site/
    --compress              a .gz and a .br beside each file of text, for hosts that send those
    --headers               a file _headers, for hosts that read one
    --full-text             a page that searches inside the guides, for readers who ask for it; only in a whole build
  serve   build, show the site on this machine, build again when data, docs or overrides change
  record  write down from which source text each translation was made; those of PATHs are right as they are
  alert import FILE.xml [COUNTRY]   take in a CAP message as data/alerts/ID
  alert publish ID                  put an alert of data/alerts on the pages of site/, without a build
  alert end ID                      take it off the pages again
  audit FOLDER-OR-ADDRESS           judge a built site as persons with disabilities meet it (--help tells more)"""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    verb, *rest = arguments or [""]
    if verb == "check":
        return check(rest)
    if verb == "build" and (told := building.main(ROOT, rest)) is not None:
        return told
    if verb == "serve":
        return serve(rest)
    if verb == "record":
        return recorded(rest)
    if verb == "audit":
        # Selenium and what else an audit needs are not there where only the site is built
        from hub.audit import command

        return command.main(rest)
    if verb == "alert" and (told := alert(rest)) is not None:
        return told
    print(USAGE, file=sys.stderr if verb not in ("help", "--help", "-h") else sys.stdout)
    return 0 if verb in ("help", "--help", "-h") else 2


def check(paths: Sequence[str]) -> int:
    """Print the problems, one line each, and count them."""
    wanted = _wanted(paths)
    if wanted is None:
        return 2
    loaded = load(ROOT)
    told = [problem for problem in checks.check(loaded)
            if not wanted or any(_within(problem.path, shown) for shown in wanted)]
    status = tell(told)
    return status if status or wanted or not loaded.catalogue else count(loaded.catalogue)


def _wanted(paths: Sequence[str]) -> list[str] | None:
    """The paths from the root; None, and a sentence, where one of them is not there."""
    wanted = []
    for path in paths:
        if (shown := _shown(path)) is None or not (ROOT / shown).exists():
            print(f"{path}: there is no such file or folder in this repository", file=sys.stderr)
            return None
        wanted.append(shown)
    return wanted


def recorded(paths: Sequence[str]) -> int:
    """Record the translations, and count the states of the texts of each language."""
    wanted = _wanted(paths)
    if wanted is None:
        return 2
    try:
        told = record(ROOT, build_moment().date(), lambda path: any(_within(path, shown) for shown in wanted))
    except (NoDay, Unread) as reason:
        print(reason)
        return 1
    for language, counted in told.items():
        states = ", ".join(f"{state} {number}" for state, number in sorted(counted.items()))
        print(f"data/translations/{language}.tsv: {states}")
    return 0


def _shown(path: str) -> str | None:
    """The path from the root of the repository, wherever the command was typed."""
    resolved = Path(path).resolve()
    return resolved.relative_to(ROOT).as_posix() if resolved.is_relative_to(ROOT) else None


def _within(path: str, folder: str | None) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")


def tell(problems: Sequence[Problem]) -> int:
    """Print problems and a last line that counts them; 1 when one of them is an error."""
    for problem in problems:
        print(problem)
    errors = sum(not problem.warning for problem in problems)
    print(f"Problems to mend: {errors}. Warnings: {len(problems) - errors}.")
    return 1 if errors else 0


def count(catalogue: Catalogue) -> int:
    """Print for each country how many facts are not known, in conflict or over; editors begin there."""
    try:
        counted = tallies(catalogue, build_moment().date())
    except NoDay as reason:
        print(reason)
        return 1
    for country, found in counted.items():
        print(f"{country}: {found.unknown} facts not known, {found.conflicting} on which sources disagree, "
              f"{found.expired} that have ended.")
    return 0


def serve(arguments: Sequence[str]) -> int:
    """Show the site on this machine until Ctrl+C."""
    from hub.site.build import Refused
    from hub.site.build import serve as serve_site

    port = arguments[1] if len(arguments) == 2 and arguments[0] == "--port" else "8000"
    if arguments and (arguments[0] != "--port" or len(arguments) != 2 or not port.isdigit()):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        serve_site(ROOT, int(port))
    except Refused as reason:
        print(reason)
        return 1
    return 0


def alert(arguments: Sequence[str]) -> int | None:
    """Take in, publish or end an alert; None for wrong use."""
    verb, *rest = arguments or [""]
    try:
        if verb == "import" and len(rest) in (1, 2):
            return _import(Path(rest[0]), *rest[1:])
        if verb == "publish" and len(rest) == 1 and ID.fullmatch(rest[0]):
            return _stamped(f"{rest[0]} is on the pages", publish(ROOT, ROOT / "site", rest[0], build_moment()))
        if verb == "end" and len(rest) == 1 and ID.fullmatch(rest[0]):
            return _stamped(f"{rest[0]} is on no page", end(ROOT, ROOT / "site", rest[0]))
    except (NoDay, NotTaken, Unfit) as reason:
        print(reason)
        return 1
    return None


def _import(file: Path, country: str = "") -> int:
    taken = take_in(ROOT, file, country)
    print(f"Written: data/alerts/{taken.id}. To show it at once, type scripts/alert publish {taken.id}")
    if taken.languages_left_out:
        print(f"Left out, because data/languages.yml does not have them: {', '.join(taken.languages_left_out)}.")
    if taken.left_out:
        print(f"Not kept: {', '.join(taken.left_out)}.")
    return 0


def _stamped(sentence: str, done: Stamped) -> int:
    """Say what was changed; a page without a mark is of an older build."""
    print(f"{sentence}: {done.changed} files changed.")
    if done.without:
        print(f"{done.without} files have no place for an alert. Type scripts/build to make the site anew.")
    return 1 if done.without else 0
