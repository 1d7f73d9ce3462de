"""Plain values as YAML for people to read and fill in: a line for each, nothing that one reader takes for a number."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_PLAIN = re.compile(r"[a-z_]+(-[a-z]+)*")


def block(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """The lines of a mapping in block style, every text in quotes as in JSON, which YAML reads alike."""
    for key, each in value.items():
        name = key if _PLAIN.fullmatch(key) else json.dumps(key)
        if isinstance(each, Mapping):
            yield f"{indent}{name}:{'' if each else ' {}'}"
            yield from block(each, f"{indent}  ")
        elif isinstance(each, list):
            yield f"{indent}{name}:"
            for item in each:
                first, *rest = block(item, f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        else:
            yield f"{indent}{name}: {json.dumps(each, ensure_ascii=False)}"
