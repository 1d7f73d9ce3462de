"""Rules that need the page in a browser, in the states they name: one page of each structure."""

from hub.audit.rules.browser import contrast_in_picture, reflow

RULES = (reflow.RULE, contrast_in_picture.RULE)
