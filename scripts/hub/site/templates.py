"""The templates' environment, the same for a build and for a stamped alert: escaping on, white space off."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from jinja2.runtime import missing

from hub.pages.html import Markup, as_html, escaped
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
    """Leaves out what Jinja asks at each piece and each call; a guide has some 400 pieces and 100 calls.

    What is HTML already, or words without a sign of HTML, is written as it is. A template calls nothing but macros
    (tests/test_renderer.py), so a macro is a plain function, and one that was imported is the same on every page.
    """

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _import_common(self, node: Any, frame: Any) -> None:
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}).module")

    def macro_def(self, macro_ref: Any, frame: Any) -> None:
        """The line that makes a macro of the function before it."""
        self.write(f"environment.macro(macro, {tuple(argument.name for argument in macro_ref.node.args)!r})")

    def visit_Call(self, node: Any, frame: Any, forward_caller: bool = False) -> None:
        """The call of a macro."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


def macro(function: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """A macro that gives HTML. function: as Jinja compiles it, which wants a value for each name."""
    def called(*given: Any, **named: Any) -> Markup:
        if named or len(given) < len(names):
            given += tuple([named.pop(name, missing) for name in names[len(given):]])
        if named:
            raise TypeError(f"This macro has {', '.join(names)} and no {', '.join(named)}.")
        return as_html(function(*given))

    return called


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
    environment.code_generator_class = Quick
    environment.escaped, environment.macro = escaped, macro
    rules = (overrides / "critical.css").read_text(encoding="utf-8")
    css, more_css = minified(rules), minified(rules + (overrides / "search.css").read_text(encoding="utf-8"))
    environment.globals.update(
        css=css, policy="" if serving else policy(css, REGISTER), register=REGISTER, mark=MARK, search_css=more_css,
        search_policy="" if serving else policy(more_css, REGISTER, wasm=True), **more)
