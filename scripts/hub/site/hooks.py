"""MkDocs' events: load once, announce the pages of a language, fill them, hand over their views.

static-i18n runs one whole build per language and refuses generated files (its issue 263), so each page is announced as
an ordinary file before it (priority 0) and filled after it (-200); it works at -100.
"""

from collections.abc import Callable, Container
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from hub import checks, exports
from hub.load.again import Again
from hub.load.catalogue import load
from hub.model.catalogue import Catalogue
from hub.pages.docs import about_hub
from hub.pages.everything import announce, doc_scope, make
from hub.pages.frame import frame
from hub.pages.guide import translation
from hub.pages.scope import Scope, forget
from hub.problems import errors
from hub.site import finish, making, settings
from hub.site.compiled import Compiled
from hub.site.day import NoDay, build_moment
from hub.site.docs import docs, filled, with_test
from hub.site.known import Build
from hub.site.serving import OnDemand
from hub.site.templates import prepare
from hub.site.watching import told_by_the_system


def silent(_: str) -> None:
    """Say nothing."""


# Told a sentence for each language, before its pages are made.
on_language: Callable[[str], None] = silent
# The languages whose pages are made, where a part of the site is; empty for all.
wanted: tuple[str, ...] = ()
# Whether the site gets a search inside the guides.
inside = False
_serving = False
_again = Again()
_compiled = Compiled()
_build: Build


def current() -> Build:
    """What the last build knew."""
    return _build


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is `serve`, whose reloading needs a script that the policy would refuse."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the catalogue; name, address and languages of the site come from it."""
    if config.plugins["i18n"].building:
        return config
    root = Path(config.config_file_path).parent
    loaded = load(root, again=_again if _serving else None)
    found = checks.check(loaded)
    if stopping := errors(found):
        raise Abort("\n".join([*map(str, stopping), f"Problems to mend: {len(stopping)}."]))
    assert loaded.catalogue is not None
    settings.in_this_hub(wanted, loaded.catalogue)
    settings.configure(config, loaded.catalogue, wanted, serving=_serving)
    _prepare(config, loaded.catalogue, len(found))
    return config


def _prepare(config: MkDocsConfig, catalogue: Catalogue, warnings: int) -> None:
    """Find out which pages there are, once; each is made when MkDocs comes to it, so that few are held at a time."""
    global _build
    written = docs(Path(config.docs_dir), catalogue.languages)
    try:
        now = build_moment()
    except NoDay as reason:
        raise Abort(str(reason)) from None
    today = now.date()
    _build = Build(catalogue, now, written, warnings, exports.calendars(catalogue, today))
    sizes = {path: len(content) for path, content in _build.calendars.items()}
    # While somebody edits, the files of many pages would only cost time
    for page in announce(catalogue, today, written, now, sizes, carried=not _serving, full_text=inside):
        _build.pages[f"{page.path or 'index'}.{page.language}.md"] = page
    _build.homes = tuple(make(page).frame for page in _build.pages.values() if not page.path)


def _drop(languages: Container[str]) -> None:
    """What the pages of these languages shared is held no longer: one language at a time."""
    forget(next(iter(_build.pages.values())).scope.shared, languages)


def _is_wanted(code: str) -> bool:
    return not wanted or code in wanted


@event_priority(0)
def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Announce the pages of the language that is being built; all languages at once would cost their square."""
    language = config.plugins["i18n"].current_language
    whole = _is_wanted(language)
    written = {f"{path}.{code}.md" for path, codes in _build.docs.items() for code in codes
               if code == language and whole}
    for file in list(files):
        if file.src_uri not in written:
            files.remove(file)
    # static-i18n wants a home page; all others are made without MkDocs.
    home = next(uri for uri, page in _build.pages.items() if page.language == language and not page.path)
    if whole:
        on_language(f"Making {len(_build.of(language))} pages in {_build.catalogue.languages[language].name}.")
    files.append(File(home, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)
def _fill(files: Files, config: MkDocsConfig) -> Files:
    """The template makes the page; its content is empty. The other languages are set here, for static-i18n saw one."""
    for file in files.documentation_pages():
        if page := _build.pages.get(file.src_uri):
            file.content_string = ""
            file.alternates |= {code: SimpleNamespace(url=_build.url(page.path, code), page=None)
                                for code in page.languages}
    return files


on_files = CombinedEvent(_announce, _fill)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give the templates what every page has, the pages for what is not found, and the map of the site."""
    env.bytecode_cache = _compiled
    prepare(env, Path(config.theme.custom_dir), serving=_serving,
            missing=[making.anywhere(frame) for frame in _build.homes],
            sitemap=_build.addresses())
    _build.templates, _build.alert = env, env.get_template("components/alert.html").module
    _build.statement = env.get_template("components/statement.html").module
    _build.figures = env.get_template("components/figures.html").module.figures
    _build.book = env.get_template("book.html")
    language = config.plugins["i18n"].current_language
    _drop({*_build.catalogue.languages} - {language})
    if _is_wanted(language) and not _serving:
        making.write(_build, Path(config.site_dir), language)
    return env


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Make pages when they are asked for, and hear of edits at once."""
    OnDemand(server, Path(config.site_dir), rendered)
    told_by_the_system(server, [config.docs_dir, config.config_file_path])
    return server


def rendered(name: str) -> bytes | None:
    """The page of a file below the root of the site, as a build would make it; None where there is no such page."""
    return making.page(_build, name)


def _nothing(config: MkDocsConfig, files: Files) -> None:
    """The Markdown of a page that has none."""


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """The template; as front matter it would cost 0.3 ms a page."""
    if made := _build.pages.get(page.file.src_uri):
        page.meta = {"template": "page.html", "title": made.path}
        # There is no Markdown in it; to make a reader of Markdown for each page would cost as much as writing it.
        page.content, page.present_anchor_ids, page.render = "", set(), _nothing
        return markdown
    path, language, _ = page.file.src_uri.split(".")
    return filled(markdown, about_hub(_doc_scope(path, language)))


def _doc_scope(path: str, language: str) -> Scope:
    known = next(iter(_build.pages.values())).scope
    return doc_scope(_build.catalogue, _build.now.date(), known.offered, path, language, _build.now)


def on_page_context(context: dict[str, Any], page: Any, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand over the view and the frame."""
    if announced := _build.pages.get(page.file.src_uri):
        made, names = making.made(_build, announced)
        page.meta["alerts"] = made.frame.alerts
        context.update(names)
        return context
    path, language, _ = page.file.src_uri.split(".")
    scope = _doc_scope(path, language)
    said = translation(scope, page.meta.get("translated_by"), str(page.meta.get("speaker_check", "not-yet")))
    made = frame(scope, kind="doc", title=page.title, description=page.title, source=f"docs/{page.file.src_uri}")
    page.meta.update(alerts=made.alerts, speech=scope.speech)
    context["frame"] = replace(made, translation=said)
    page.content = with_test(page.content, lambda: _build.statement.results(about_hub(scope).test, made.say))
    return context


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    """What the page weighs; then marks beside links to what an alert closes or changes."""
    notes = page.meta["alerts"]
    alerts, announced = [one.id for one in notes], _build.pages.get(page.file.src_uri)
    said = (_build.weights.page(output, alerts, announced) if announced else
            _build.weights.doc(output, alerts, page.meta["speech"]))
    return making.beside(_build, said, notes)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language: no page may be missing; then the files that are no pages."""
    if config.plugins["i18n"].building:
        return
    site, overrides = Path(config.site_dir), Path(config.theme.custom_dir)
    if not _serving:
        finish.whole(_build, site, wanted)
    finish.write(_build, site, overrides)
    if not _serving:
        _drop(_build.catalogue.languages)
        finish.weigh_and_pack(_build, site, wanted)
    if inside:
        on_language("Making the index of the guides.")
        finish.index(site, overrides)
