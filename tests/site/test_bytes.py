"""The budgets of docs/: what a reader on a slow connection pays for a page. Bytes are gzip -6 of the body."""

from statistics import median

from hub.site.worker import REGISTER
from tests.packed import packed
from tests.site.parsed import NOT_FOUND

MEDIAN_GUIDE = 6_000
PAGE = 14_336  # with headers, one initial TCP window
A_TO_Z = 40_000
STYLE = 3_072
SCRIPT = 1_024
ICON = 1_024
AFTER = 7_168


def heaviest(pages, count=8):
    """The pages to look at first, with their sizes."""
    sizes = sorted(((packed(page.source), page.path) for page in pages), reverse=True)
    return "\n".join(["", *(f"{size:7,} {path}" for size, path in sizes[:count])])


def test_there_are_guides_to_weigh(site):
    assert [page for page in site.pages if page.is_guide]


def test_median_guide(site):
    guides = [page for page in site.pages if page.is_guide]
    middle = median(packed(page.source) for page in guides)
    assert middle <= MEDIAN_GUIDE, f"the median guide has {middle:,.0f} bytes{heaviest(guides)}"


def test_largest_page(site):
    over = [page for page in site.pages if not page.is_a_to_z and packed(page.source) > PAGE]
    assert not over, f"over {PAGE:,} bytes:{heaviest(over)}"


def test_complete_list(site):
    over = [page for page in site.pages if page.is_a_to_z and packed(page.source) > A_TO_Z]
    assert not over, f"over {A_TO_Z:,} bytes:{heaviest(over)}"


def test_style_is_one_block_and_the_same_on_every_page(site):
    """One block means one hash in the Content-Security-Policy."""
    blocks = {}
    for page in site.pages:
        blocks.setdefault(tuple(page.styles), []).append(page.path)
    assert [len(styles) for styles in blocks] == [1], {len("".join(each)): paths[:3] for each, paths in blocks.items()}


def test_style_is_light(site):
    [style] = site.home.styles
    assert packed(style) <= STYLE, f"the style has {packed(style):,} bytes"


def test_no_style_in_attributes(site):
    """A Content-Security-Policy by hash refuses them."""
    assert [page.path for page in site.pages if any(each.get("style") for each in page.elements)] == []


def test_script_is_light(site):
    """A file is of this site, waits for the page, and is at most one kilobyte; inside a page is one line and data."""
    faults = []
    for page in (page for page in site.pages if not page.is_a_to_z):
        inside = ["".join(script.itertext()) for script in page.scripts if script.get("src") is None]
        if inside != ([] if page.path == NOT_FOUND else [REGISTER]):
            faults.append(f"{page.path}: {inside}")
        for script in (script for script in page.scripts if script.get("src") is not None):
            file = site.file(page.resolve(script.get("src")))
            if script.get("defer") is None or file is None or packed(file.read_text(encoding="utf-8")) > SCRIPT:
                faults.append(f"{page.path}: {script.get('src')}")
    assert not faults, "\n".join(["", *faults])


def test_the_service_worker_is_light(site):
    """Fetched once, after the first page; a line at the end of each page says where it is."""
    assert packed((site.folder / "sw.js").read_text(encoding="utf-8")) <= SCRIPT
    named = {site.file(page.resolve(script.get("data-w"))) for page in site.whole for script in page.scripts
             if script.get("data-w")}
    assert named == {site.folder / "sw.js"}


def test_what_comes_after_the_first_page_is_light(site):
    """The worker, the list of what is saved in the reader's language, and the script of that list: once, unasked."""
    files = ["sw.js", "scripts/offline.js"]
    lists = [page for page in site.pages if page.kind == "offline"]
    assert {page.lang for page in lists} == {*site.languages}
    scripts = sum(packed((site.folder / file).read_text(encoding="utf-8")) for file in files)
    assert max(packed(page.source) for page in lists) + scripts <= AFTER


def test_guide_is_one_request(site):
    """Nothing is fetched beside the page itself."""
    faults = [f"{page.path}: {page.fetched}" for page in site.pages if page.fetched and page.kind == "guide"]
    assert not faults, "\n".join(["", *faults])


def test_pages_fetch_nothing_but_scripts(site):
    """Other pages may have a script that comes after them; the search page what search needs when it is asked."""
    faults = [f"{page.path}: {page.fetched}" for page in site.pages
              if len(page.fetched) > sum(script.get("src") is not None for script in page.scripts)
              and not page.is_a_to_z]
    assert not faults, "\n".join(["", *faults])


def test_icons_are_light(site):
    later = {site.file(page.resolve(each)) for page in site.pages for each in page.later}
    assert [f"{file}: {file.stat().st_size:,}" for file in later if file.stat().st_size > ICON] == []
