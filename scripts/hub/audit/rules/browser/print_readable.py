"""On paper there is the main part, in words that can be read: a clerk prints it for somebody."""

from selenium.webdriver import Chrome

from hub.audit import pictures, places
from hub.audit.page import Page
from hub.audit.rule import Fault, Rule, Seen

LEAST = 4.5
LOST = 2.0

_PRINTED = """
const main = document.querySelector('main, [role=main]') ?? document.body;
return main.checkVisibility({visibilityProperty: true}) && main.getClientRects().length > 0
  && main.innerText.trim().length > 0;
"""


def _find(driver: Chrome, page: Page) -> Seen:
    if not driver.execute_script(_PRINTED):
        place = "main, [role=main]" if page.tree.xpath("//main | //*[@role='main']") else "body"
        return Seen(targets=1, faults=(Fault(selector=place.partition(",")[0], snippet="",
                                             says="The main part is not printed"),))
    words = pictures.contrasts(driver)
    lost = [place for place, found in words if found < LOST]
    pale = [place for place, found in words if LOST <= found < LEAST]
    return Seen(targets=1, faults=(*places.faults(driver, lost, "On paper these words cannot be seen"),
                                   *places.faults(driver, pale, "On paper these words are pale", sure=False)))


RULE = Rule(
    id="print-readable", says="The main part can be printed and read", criteria=(), gates=True,
    readers=("low-vision", "reading"), states=("print",),
    mend="In @media print show the main part, in dark letters without a background", find=_find,
)
