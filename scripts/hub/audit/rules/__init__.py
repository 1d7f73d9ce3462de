"""Our own rules, for what no engine catches; each file has one."""

from hub.audit.rule import Rule
from hub.audit.rules import browser, site, source

SOURCE: tuple[Rule, ...] = source.RULES
BROWSER: tuple[Rule, ...] = browser.RULES
SITE: tuple[Rule, ...] = site.RULES


def every() -> dict[str, Rule]:
    """All rules by id."""
    return {rule.id: rule for rule in (*SOURCE, *BROWSER, *SITE)}
