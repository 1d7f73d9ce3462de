"""What takes keyboard focus is told to assistive technology as a control with a name (4.1.2).

Asked of the browser's own accessibility tree, which is what a screen reader is given: the engines work roles and names
out for themselves.
"""

from typing import Any

from selenium.webdriver import Chrome

from hub.audit import places
from hub.audit.page import Page
from hub.audit.rule import Rule, Seen
from hub.audit.where import SELECTOR

# The page itself, and frames, of which other rules speak.
_OTHERS = {"RootWebArea", "Iframe", "IframePresentational"}
_NOTHING = {"generic", "none", ""}
_NAMED = {"button", "checkbox", "combobox", "link", "listbox", "menuitem", "radio", "searchbox", "slider", "spinbutton",
          "switch", "tab", "textbox", "treeitem"}
_SELECTOR = f"function() {{ {SELECTOR} return selector(this) }}"


def _find(driver: Chrome, page: Page) -> Seen:
    stops = [node for node in driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
             if _focusable(node) and _role(node) not in _OTHERS]
    driver.execute_cdp_cmd("Accessibility.disable", {})
    return Seen(targets=len(stops), faults=tuple(fault for node in stops if (says := _says(node))
                                                 for fault in places.faults(driver, [_place(driver, node)], says)))


def _focusable(node: dict[str, Any]) -> bool:
    return any(one["name"] == "focusable" and one["value"].get("value") for one in node.get("properties", ()))


def _role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def _says(node: dict[str, Any]) -> str:
    name = str(node.get("name", {}).get("value", "")).strip()
    if _role(node) in _NOTHING:
        return "It takes keyboard focus, and assistive technology is not told what it is"
    return "" if name or _role(node) not in _NAMED else f"The browser tells of a {_role(node)} without a name"


def _place(driver: Chrome, node: dict[str, Any]) -> str:
    """The selector of the element that a node of the tree stands for."""
    found = driver.execute_cdp_cmd("DOM.resolveNode", {"backendNodeId": node["backendDOMNodeId"]})["object"]
    called = {"objectId": found["objectId"], "functionDeclaration": _SELECTOR, "returnByValue": True}
    return str(driver.execute_cdp_cmd("Runtime.callFunctionOn", called)["result"]["value"])


RULE = Rule(
    id="exposed", says="What takes keyboard focus is told to assistive technology, as what it is and with a name",
    criteria=("4.1.2",), gates=False, readers=("screen-reader", "voice"), states=("wide",),
    mend="Use a button, a link or a field of HTML with words in it; tabindex alone makes no control", find=_find,
)
