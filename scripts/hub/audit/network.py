"""What the browser asked for, from its own log: requests that leave this machine, also those that came to nothing."""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from selenium.webdriver import Chrome

HOME = "127.0.0.1"


def asked(driver: Chrome) -> list[str]:
    """The addresses asked for since the last call (reading the log empties it)."""
    return list(_requests(driver))


def outside(addresses: list[str]) -> list[str]:
    """Those of the addresses that are not on this machine."""
    return [each for each in addresses if urlsplit(each).scheme in ("http", "https", "ws", "wss") and not _home(each)]


def _home(address: str) -> bool:
    return urlsplit(address).hostname == HOME


def _requests(driver: Chrome) -> Iterator[str]:
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            yield message["params"]["request"]["url"]
        elif message["method"] == "Network.webSocketCreated":
            yield message["params"]["url"]
