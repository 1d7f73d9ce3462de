"""A Selenium Grid: other machines' browsers for a large audit. It says itself how many it has to give."""

import ipaddress
import json
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from hub.audit import targets

SECONDS = 20


class NoGrid(Exception):
    """The grid cannot be used; the text says why, and what to do."""


def sessions(address: str) -> int:
    """How many Chromes the grid has free. Raises NoGrid where it has none at all."""
    nodes = [node for node in _nodes(address) if node.get("availability") == "UP" and _chromes(node)]
    if not nodes:
        raise NoGrid(f"The grid at {address} has no node with Chrome that is up")
    # All in use: the first that becomes free is ours, for the grid makes new sessions wait
    return max(1, sum(map(_free, nodes)))


def need_reachable(grid: str, target: str) -> None:
    """Raises NoGrid where the browsers of the grid would look for the target on their own machines."""
    host = urlsplit(target).hostname if targets.is_address(target) else "localhost"
    if _is_here(host or "") and not _is_here(urlsplit(grid).hostname or ""):
        raise NoGrid(f"The browsers of {grid} run on another machine and cannot reach {target}. "
                     "Give an address that they can reach")


def _nodes(address: str) -> list[dict[str, Any]]:
    try:
        with urlopen(f"{address.rstrip('/')}/status", timeout=SECONDS) as answer:
            return json.load(answer)["value"]["nodes"]
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise NoGrid(f"There is no Selenium Grid at {address}: {type(reason).__name__}: {reason}") from None


def _chromes(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [slot for slot in node["slots"] if slot["stereotype"].get("browserName") == "chrome"]


def _free(node: dict[str, Any]) -> int:
    """A node has more slots than it uses at the same time."""
    taken = sum(slot["session"] is not None for slot in node["slots"])
    return max(0, min(sum(slot["session"] is None for slot in _chromes(node)), node["maxSessions"] - taken))


def _is_here(host: str) -> bool:
    """Whether a name means the machine that uses it."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
