"""What looks and acts like a control and is never reached by Tab, on a page that has just been walked through."""

from typing import Any

from selenium.webdriver import Chrome

from hub.audit.rule import Fault, Seen
from hub.audit.where import SELECTOR

# Run as in the console of the developer tools, where getEventListeners knows who listens for a click.
_LOOK = (
    "(() => {"
    + SELECTOR
    + """
const can = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], '
  + '[contenteditable=""], [contenteditable=true]';
const roles = ['button', 'link', 'checkbox', 'switch'].map(role => `[role=${role}]`).join();
// Inside of these the arrow keys move focus, and Tab stops once.
const composite = '[role=toolbar], [role=menu], [role=menubar], [role=radiogroup], [role=tablist], [role=listbox], '
  + '[role=tree], [role=grid], [role=treegrid], [role=feed]';
const clicks = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'];
const seen = each => stepfreeSeen.has(each);
const holds = each => seen(each) || [...each.querySelectorAll(can)].some(seen);
const within = each => { for (let up = each; up; up = up.parentElement) if (seen(up)) return true; return false; };
const page = document.documentElement;
const there = each => { const box = each.getBoundingClientRect();
  return shown(each) && box.right > 0 && box.bottom + scrollY > 0 && box.left < page.scrollWidth; };
const off = each => each.matches(':disabled, [aria-disabled=true], [aria-disabled=true] *, [inert], [inert] *');
const open = each => there(each) && !off(each) && !holds(each) && !within(each);
const grouped = each => each.type === 'radio'
  && [...stepfreeSeen].some(other => other.type === 'radio' && other.name === each.name);
const twin = each => each.href && [...stepfreeSeen].some(other => other.href === each.href);
const faults = new Map();
const fault = (element, says, sure) => { if (!faults.has(element)) faults.set(element, [says, sure]); };

// A label that switches a box which is hidden: for a mouse it is a button, for a keyboard there is nothing.
const switches = [...document.querySelectorAll('label')].filter(label => ['checkbox', 'radio', 'file']
  .includes(label.control?.type) && there(label));
const pressed = label => [label, ...label.querySelectorAll(`button, ${roles}`)].some(seen);
for (const label of switches) {
  const control = label.control;
  const hidden = control.tabIndex < 0 || !control.checkVisibility({visibilityProperty: true});
  const other = control.disabled || seen(control) || grouped(control) || [...control.labels].some(pressed);
  if (hidden && open(label) && !other)
    fault(label, 'A mouse can switch this, but Tab never comes to it: its box is hidden from the keyboard too', true);
}
// What says that it is a control.
const named = [...document.querySelectorAll(roles)].filter(each => !each.matches(can) && !each.closest(composite)
  && !each.closest('[aria-hidden=true]') && there(each));
for (const each of named.filter(open)) fault(each, 'It says that it is a control, but Tab never comes to it', true);
// What can take focus, and does not get it.
const natural = [...document.querySelectorAll(can)].filter(each => there(each) && !off(each));
for (const each of natural) {
  if (seen(each) || grouped(each) || each.closest(composite) || each.closest('[aria-hidden=true]')) continue;
  if (each.tabIndex >= 0) fault(each, 'Tab ought to come to this, but did not', false);
  else if (each.matches('a[href], button, input, select, textarea, summary') && !twin(each))
    fault(each, 'It is taken out of the order of the Tab key, and no other way to it was found', false);
}
// What listens for a click.
const heard = each => each.hasAttribute('onclick')
  || (typeof getEventListeners === 'function' && clicks.some(name => getEventListeners(each)[name]?.length));
const heeding = [...document.body.querySelectorAll('*')].filter(each => !each.matches(can) && !each.closest('label')
  && (each.hasAttribute('onclick') || each.localName === 'a' || getComputedStyle(each).cursor === 'pointer')
  && there(each) && heard(each));
for (const each of heeding.filter(open)) {
  if ([...faults.keys()].some(known => known.contains(each))) continue;
  fault(each, 'It answers to a click, but Tab never comes to it', each.localName === 'a');
}
return {targets: new Set([...switches, ...named, ...natural, ...heeding]).size,
  faults: [...faults].map(([each, [says, sure]]) => [selector(each), each.outerHTML.slice(0, 200), says, sure])};
})()"""
)


def look(driver: Chrome) -> Seen:
    """All controls of the page, and those that the walk before has not come to."""
    asked = {"expression": _LOOK, "includeCommandLineAPI": True, "returnByValue": True}
    answer: dict[str, Any] = driver.execute_cdp_cmd("Runtime.evaluate", asked)
    if "exceptionDetails" in answer:
        return Seen(targets=0, ran=False)
    found = answer["result"]["value"]
    return Seen(targets=found["targets"], faults=tuple(
        Fault(selector=place, snippet=snippet, says=says, sure=sure) for place, snippet, says, sure in found["faults"]))
