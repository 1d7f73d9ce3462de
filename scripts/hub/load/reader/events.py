"""The door to PyYAML: a text becomes a stream of events, by libyaml where it is installed, else in pure Python."""

from collections.abc import Callable

import yaml

try:
    from yaml.cyaml import CParser as Fast
except ImportError:
    Fast = yaml.BaseLoader

NextEvent = Callable[[], yaml.Event | None]


def events(text: str) -> NextEvent:
    """Calls give one event after the other, so that whoever reads them can stop before a bomb goes off."""
    return Fast(text).get_event


def slow_events(text: str) -> NextEvent:
    """The same in pure Python, ten times slower, whose error messages and marks are better."""
    return yaml.BaseLoader(text).get_event
