"""The one block of CSS on every page, and the policy that allows it, one line of script, and nothing else inside."""

import base64
import hashlib
import re
from string import ascii_lowercase

# A ramp: the mark of the hub, drawn in the colour of the text beside it.
MARK = '<svg width="28" viewBox="0 0 12 12" aria-hidden="true"><path fill="currentColor" d="M1 10 10 3v7z"/></svg>'
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
_AFTER = re.compile(r": ")
_SET = re.compile(r"(?<=[{;])--[a-z-]+(?=:)")
_NAME = re.compile(r"(?<![a-z-])--[a-z-]+")


def minified(css: str) -> str:
    """The same rules without comments and white space that means nothing."""
    tight = _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css)))
    return _short(_AFTER.sub(":", tight).replace(";}", "}").strip())


def _short(css: str) -> str:
    """With a letter for the name of each custom property; nothing but this block knows them."""
    found = zip(dict.fromkeys(_SET.findall(css)), ascii_lowercase, strict=False)
    names = {name: f"--{letter}" for name, letter in found}
    return _NAME.sub(lambda found: names.get(found[0], found[0]), css)


def policy(css: str, script: str, *, wasm: bool = False) -> str:
    """A Content-Security-Policy: this block of CSS, this line of script, scripts and forms of this site.

    No other request at all is allowed. wasm: but WebAssembly and what scripts fetch from this site, on the one page
    with a use for it.
    """
    more = " 'wasm-unsafe-eval'; connect-src 'self'" if wasm else ""
    return (f"default-src 'none'; style-src {_print(css)}; script-src 'self' {_print(script)}{more}; img-src data:; "
            "form-action 'self'; base-uri 'none'")


def _print(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
