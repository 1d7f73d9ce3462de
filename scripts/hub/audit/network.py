"""What the browser asked for, from its own log: requests that leave this machine, also those that came to nothing."""

import json
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from selenium.webdriver import Chrome

HOME = "127.0.0.1"
SCHEMES = ("http", "https", "ws", "wss")  # not data:, nor the browser's own pages


def asked(driver: Chrome) -> list[str]:
    """The addresses asked for since the last call, from any host (reading the log empties it).

    What a service worker asks for by itself is not among them: that is counted at the server.
    """
    return [address for address in _requests(driver) if urlsplit(address).scheme in SCHEMES]


def outside(addresses: Iterable[str]) -> list[str]:
    """Those of the addresses that are not on this machine."""
    return [address for address in addresses if urlsplit(address).hostname != HOME]


def _requests(driver: Chrome) -> Iterator[str]:
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            yield message["params"]["request"]["url"]
        elif message["method"] == "Network.webSocketCreated":
            yield message["params"]["url"]
