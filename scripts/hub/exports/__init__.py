"""Other people's standards, made from the catalogue: the only place that maps to their names."""

from hub.exports.calendar import calendars
from hub.exports.cap import cap, entry, feed, newest
from hub.exports.schema_org import schema_org

__all__ = ["calendars", "cap", "entry", "feed", "newest", "schema_org"]
