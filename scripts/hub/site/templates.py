"""The templates' environment, the same for a build and for a stamped alert: escaping on, white space off."""

import re
from pathlib import Path
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension

from hub.pages.html import escaped
from hub.site.style import MARK, minified, policy
from hub.site.worker import REGISTER

_BLOCK = ("!doctype|html|head|meta|title|link|style|body|header|div|nav|ul|ol|li|main|article|section|h[1-6]|p|dl|dt|dd"
          "|table|footer|form")
_AFTER = re.compile(rf"(<!?/?(?:{_BLOCK})\b[^<>]*>|-->)\n(?=[<{{])")
_BEFORE = re.compile(rf"(?<=[>}}])\n(?=</?(?:{_BLOCK})\b)")


class Tight(Extension):
    """Lines of a template are for people: a new line before or after the tag of a block is not sent to readers.

    It becomes a comment over two lines, so that the number of a line in an error is still the right one.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source before Jinja reads it."""
        return _BEFORE.sub("{#\n#}", _AFTER.sub(r"\1{#" "\n#}", source))


class Quick(CodeGenerator):
    """What is HTML already, or words without a sign of HTML, is written as it is; a page has some 400 such pieces."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


def prepare(environment: jinja2.Environment, overrides: Path, *, serving: bool = False, **more: Any) -> None:
    """Escape everything (MkDocs does not), and give the templates what every page has. more: further names."""
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = True
    # A template is the same from the first page to the last: no look at its file for each.
    environment.auto_reload = False
    # Views have attributes, never keys, and each that a template names: Jinja's own way asks for both, and takes a
    # missing one for empty.
    environment.getattr = getattr
    environment.add_extension(Tight)
    environment.code_generator_class, environment.escaped = Quick, escaped
    rules = (overrides / "critical.css").read_text(encoding="utf-8")
    css, more_css = minified(rules), minified(rules + (overrides / "search.css").read_text(encoding="utf-8"))
    environment.globals.update(
        css=css, policy="" if serving else policy(css, REGISTER), register=REGISTER, mark=MARK, search_css=more_css,
        search_policy="" if serving else policy(more_css, REGISTER, wasm=True), **more)
