"""Rules that need the page in a browser, in the states they name: one page of each structure."""

from hub.audit.rules.browser import reflow

RULES = (reflow.RULE,)
