"""Rules that need the page in a browser, in the states they name: one page of each structure."""

from hub.audit.rules.browser import contrast_in_picture, contrast_in_picture_enhanced, reflow

RULES = (reflow.RULE, contrast_in_picture.RULE, contrast_in_picture_enhanced.RULE)
