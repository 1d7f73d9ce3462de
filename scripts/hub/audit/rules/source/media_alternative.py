"""Sound and film have captions or words beside them (ACT f51b46, 2eb176, c5a4ea and their parts)."""

from hub.audit.page import Element, Page, selector, snippet
from hub.audit.rule import Fault, Rule, Seen


def _find(page: Page) -> Seen:
    media = page.of("video") + page.of("audio")
    faults = [_fault(each) for each in media if not _captions(each)]
    return Seen(targets=len(media), faults=tuple(faults))


def _captions(element: Element) -> bool:
    """A track of captions; whether they say what is said is for people."""
    return any(track.get("kind") in ("captions", "subtitles", None) and track.get("src")
               for track in element.iter("track"))


def _fault(element: Element) -> Fault:
    what = "film" if element.tag == "video" else "sound"
    return Fault(selector=selector(element), snippet=snippet(element),
                 says=f"This {what} has no captions; there may be a text beside it, or no sound in it")


RULE = Rule(
    id="media-alternative", says="Film has captions, and sound has its words beside it", criteria=("1.2.1", "1.2.2"),
    act=("f51b46", "2eb176", "e7aa44"), gates=False, readers=("deaf", "deafblind"),
    mend="Add <track kind=\"captions\">, and the words of all that is said and shown on the page", find=_find,
)
