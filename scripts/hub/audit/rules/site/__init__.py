"""Rules that compare pages with each other; they need no browser."""

from hub.audit.rules.site import consistent_help, consistent_names, consistent_navigation, title_unique

RULES = tuple(module.RULE for module in (title_unique, consistent_navigation, consistent_names, consistent_help))
