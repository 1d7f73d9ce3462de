"""The calendar files of mobile units, written into a built site."""

from collections.abc import Mapping
from pathlib import Path


def write(files: Mapping[str, bytes], site: Path) -> None:
    """files: path below the root of the site -> the file."""
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
