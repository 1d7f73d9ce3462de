"""What the pages call a field of a thing: by the heading below which its facts stand."""

from hub.pages.answers import ANSWER_OF
from hub.pages.scope import Scope

# Field -> the string that names it, where it is not one of the nine answers of a guide.
NAMED = {
    "eligibility": "check_link", "easy": "easy_link", "sign_videos": "sign_link",
    "address": "address", "geo": "address", "hours": "hours_label", "serves": "serves",
    "accessibility": "access_heading", "accessibility_checked": "access_heading", "emergency": "emergency_heading",
    "relays": "relay_heading", "contact_points": "contact_heading", "notes": "notes_heading",
}
# Fields of services that have pages of their own.
FORMS = ("eligibility", "easy", "sign_videos")


def called(scope: Scope, kind: str, field: str) -> str:
    """The name of a field in the page's language; what has no heading of its own counts as basic facts."""
    if kind == "services" and field and field not in FORMS:
        return scope.speech.say(f"heading_{ANSWER_OF.get(field, 'what').replace('-', '_')}")
    return scope.speech.say(NAMED.get(field, "basics"))
