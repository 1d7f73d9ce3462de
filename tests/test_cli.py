"""The commands as people run them: real processes on a copy of the repository, in a folder with a space in its name."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from hub.load.catalogue import load
from hub.pages.tally import tallies
from tests.catalogue.copies import command, environment, files, run, second_hub

CARTE = "data/services/xx-carte/fr.yml"
FACTS = "data/services/xx-carte/facts.yml"
# What was broken: file, text, the text instead, the line that must be named, the code.
BREAKS = {
    "wrong type": (FACTS, "topics: [papiers]", "topics: papiers", "topics:", "should-be-list"),
    "unknown id": (FACTS, "operated_by: [xx-mediateur]", "operated_by: [xx-mediator]", "operated_by:", "unknown-id"),
    "missing words": (CARTE, "  age:\n    title: Avoir sept ans\n", "", "requirements:", "missing-words"),
    "field twice": (CARTE, "who: |", "who: Moi\nwho: |", "who: |", "duplicate-key"),
    "tab": (CARTE, "  prime: Une", "\tprime: Une", "\tprime", "tab-indent"),
    "curly quote": (CARTE, "name: Carte nationale", "name: “Carte”: nationale", "name:", "curly-quote"),
}


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A copy that was built once, and what the build said."""
    root = second_hub(tmp_path_factory.mktemp("cli") / "two words")
    return root, run(root, "build")


@pytest.fixture
def built(whole, tmp_path) -> Path:
    """A copy of it that a test may break."""
    return Path(shutil.copytree(whole[0], tmp_path / "two words"))


def test_build_says_how_many_pages_there_are_in_each_language(whole):
    root, done = whole
    pages = {path.relative_to(root / "site").as_posix() for path in root.glob("site/**/index.html")}
    arabic = sum(path.startswith("ar/") for path in pages)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(rf"Built {len(pages)} pages in [\d.]+ seconds, [\d,]+ KB in all:", lines[0])
    assert lines[1:4] == [f"  fr: {len(pages) - arabic} pages", f"  ar: {arabic} pages",
                          "3 warnings; scripts/check tells them."]


def test_build_leaves_nothing_of_its_own_behind(whole):
    assert not [*whole[0].glob(".build/*")]


def test_check_tells_each_warning_on_a_line_and_counts_them(whole):
    done = run(whole[0], "check")
    assert (done.returncode, done.stderr) == (0, "")
    *told, last, _ = done.stdout.splitlines()
    assert all(re.match(r"data/\S+:\d+:\d+: warning [a-z-]+ ", line) for line in told)
    assert (len(told), last) == (3, "Problems to mend: 0. Warnings: 3.")


def test_check_of_everything_ends_with_what_is_not_known_in_each_country(whole):
    counted = tallies(load(whole[0]).catalogue, date(2026, 11, 22))["xx"]
    assert run(whole[0], "check").stdout.splitlines()[-1] == (
        f"xx: {counted.unknown} facts not known, 3 on which sources disagree, 3 that have ended.")


def test_check_counts_only_what_can_be_built(built):
    change(built / FACTS, "topics: [papiers]", "topics: papiers")
    assert run(built, "check").stdout.splitlines()[-1] == "Problems to mend: 1. Warnings: 3."


@pytest.mark.parametrize(("cwd", "path"), [(".", "data/places"), ("data", "places"), ("data/places", ".")])
def test_check_tells_only_of_the_paths_it_was_given(whole, cwd, path):
    done = run(whole[0], "check", path, cwd=cwd)
    assert done.stdout.startswith("data/places/xx-valmont/ar.yml:1:1: warning missing-translation")
    assert done.stdout.splitlines()[1:] == ["Problems to mend: 0. Warnings: 1."]


def test_record_counts_the_states_of_each_language(built):
    done = run(built, "record")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"data/translations/ar\.tsv: current \d+, missing \d+\n", done.stdout)
    assert "Warnings: 3.\n" in run(built, "check").stdout
    assert (built / "data/translations/ar.tsv").read_text(encoding="utf-8").count("\n") > 100
    assert run(built, "record", "data/nowhere").returncode == 2


def test_check_of_a_path_does_not_fail_for_another_one(built):
    change(built / FACTS, "topics: [papiers]", "topics: papiers")
    assert run(built, "check", "data/places", CARTE).returncode == 0
    assert run(built, "check", "data/places", FACTS).returncode == 1


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "now"], ["build", "--into"], ["build", "--lang", "ar"],
                                       ["build", "--languages", "ar", "--compress"],
                                       ["build", "--languages", "ar", "--full-text"],
                                       ["serve", "--port"],
                                       ["serve", "--port", "x"]],
                         ids=" ".join)
def test_wrong_use_is_answered_with_how_to_use_it(whole, arguments):
    done = run(whole[0], *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: scripts/build | scripts/serve [--port N] | scripts/check [PATH ...]")


@pytest.mark.parametrize("path", ["data/nothing", "..", "/"])
def test_a_path_that_is_not_of_the_repository_is_wrong_use(whole, path):
    done = run(whole[0], "check", "data", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{path}: there is no such file or folder in this repository\n"


@pytest.mark.parametrize("what", BREAKS)
def test_one_mistake_is_one_line_and_the_last_site_stays(built, what):
    file, old, new, place, code = BREAKS[what]
    before = files(built / "site")
    change(built / file, old, new)
    lines = (built / file).read_text(encoding="utf-8").splitlines()
    number = max(number for number, line in enumerate(lines, 1) if line.startswith(place))
    checked, made = run(built, "check"), run(built, "build")
    told = [line for line in checked.stdout.splitlines()[:-1] if ": warning " not in line]
    assert len(told) == 1
    assert re.match(rf"{re.escape(file)}:{number}:\d+: {code} ", told[0])
    assert checked.stdout.splitlines()[-1] == "Problems to mend: 1. Warnings: 3."
    assert made.stdout.splitlines() == [
        told[0], "Problems to mend: 1.", "The site was not built. The last good site stays in the folder site."]
    assert (checked.returncode, made.returncode, checked.stderr, made.stderr) == (1, 1, "", "")
    assert files(built / "site") == before


def test_without_a_site_a_failed_build_says_that_there_is_none(built):
    shutil.rmtree(built / "site")
    change(built / FACTS, "topics: [papiers]", "topics: papiers")
    assert run(built, "build").stdout.endswith("The site was not built. No site was made.\n")
    assert not (built / "site").exists()


def test_a_page_that_is_deleted_leaves_the_site(built):
    shutil.rmtree(built / "data/life-events/xx-arriver")
    change(built / FACTS, "life_events: [xx-arriver]\n", "")
    assert run(built, "build").returncode == 0
    assert not (built / "site/life-events").exists()


def test_the_same_day_makes_the_same_bytes_in_another_folder(whole, tmp_path):
    again = second_hub(tmp_path / "elsewhere")
    assert run(again, "build").returncode == 0
    assert files(again / "site") == files(whole[0] / "site")


def test_another_day_makes_another_page(whole, tmp_path):
    root = second_hub(tmp_path / "later")
    assert run(root, "build", SOURCE_DATE_EPOCH="1798761600").returncode == 0
    assert "Page faite le 1\u00a0janvier 2027." in (root / "site/index.html").read_text(encoding="utf-8")


def test_parts_that_were_built_by_hand_are_joined_and_packed(whole, tmp_path):
    """Where the command was typed counts, as for any path."""
    here = {"cwd": tmp_path, "env": environment(whole[0]), "capture_output": True, "text": True}
    for code, pages in (("fr", "fr"), ("ar", "ar")):
        done = subprocess.run(command("build", "--languages", code, "--into", f"part-{code}"), **here)
        assert (done.returncode, done.stderr) == (0, "")
        assert [line[:4] for line in done.stdout.splitlines() if line.startswith("  ")] == [f"  {pages}"]
        assert "This is a part, in the folder part-" in done.stdout
    done = subprocess.run(command("build", "--join", "part-fr", "part-ar", "--into", "joined", "--compress",
                                  "--headers"), **here)
    assert (done.returncode, done.stderr) == (0, "")
    made, plain = files(tmp_path / "joined"), files(whole[0] / "site")
    assert {name: made[name] for name in plain if not name.endswith(".gz")} == {
        name: plain[name] for name in plain if not name.endswith(".gz")}
    assert {"_headers", "index.html.gz", "index.html.br", "sitemap.xml.gz"} <= {*made}
    done = subprocess.run(command("build", "--join", "part-fr", "--into", "joined"), **here)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        1, "The site was not built. The last good site stays in the folder joined.")


def test_mkdocs_alone_makes_the_same_site(whole, tmp_path):
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    subprocess.run(mkdocs, cwd=whole[0], env=environment(whole[0]), capture_output=True, check=True)
    assert files(tmp_path / "site") == files(whole[0] / "site")


@pytest.fixture
def served(built, tmp_path) -> Iterator[tuple[Path, str, Path]]:
    """A copy, the address at which scripts/serve shows it, and the file with what it says."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (tmp_path / "said").open("w") as said, subprocess.Popen(
        command("serve", "--port", str(port)), cwd=built, env=environment(built), stdout=said, stderr=said,
    ) as process:
        try:
            yield built, f"http://127.0.0.1:{port}/", tmp_path / "said"
            assert process.poll() is None, "it stopped by itself"
        finally:
            process.terminate()


def wait_for(what: Callable[[], str], words: str) -> None:
    """Ask again and again until the answer holds the words; a generous deadline instead of a guess."""
    answer, end = "", time.monotonic() + 90
    while words not in answer:
        assert time.monotonic() < end, f"not found in 90 seconds: {words!r}, but {answer[-500:]}"
        time.sleep(0.05)
        answer = what()


def page(address: str) -> Callable[[], str]:
    """What a browser gets at the address, or nothing as long as nobody answers."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get() -> str:
        try:
            return opener.open(address, timeout=10).read().decode()
        except OSError:
            return ""

    return get


def test_serve_shows_a_change_after_a_save(served):
    root, address, _ = served
    wait_for(page(f"{address}guides/xx-carte/"), "La carte qui ouvre les portes de Xanadou.")
    change(root / CARTE, "La carte qui ouvre les portes", "La clef qui ouvre les portails")
    wait_for(page(f"{address}guides/xx-carte/"), "La clef qui ouvre les portails de Xanadou.")


def test_serve_goes_on_after_a_mistake(served):
    root, address, said = served
    wait_for(page(address), "Xanadou")
    change(root / CARTE, "  prime: Une", "\tprime: Une")
    wait_for(said.read_text, f"{CARTE}:15:1: tab-indent")
    change(root / CARTE, "\tprime: Une", "  prime: Deux")
    wait_for(page(f"{address}guides/xx-carte/"), "Deux prime pour les personnes")
    assert "Traceback" not in said.read_text()
