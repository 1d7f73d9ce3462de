"""A drawing of promised and actual times. Its numbers stand in the table above it; it needs no colour and no style.

Lengths are percentages and em, so that the text in it is as large as the text around it, and the drawing as wide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from hub.model.duration import Duration
from hub.model.performance import Figures
from hub.pages import performance
from hub.pages.answers import Service
from hub.pages.scope import Scope

DAYS: Mapping[str, Decimal] = {
    "minutes": Decimal(1) / 1440, "hours": Decimal(1) / 24, "days": Decimal(1), "weeks": Decimal(7),
    "months": Decimal("30.4"), "years": Decimal(365),
}
# Periods in the drawing; the table has them all.
MOST = 8
# In em: room above; from one bar to the next, from there to its words and to itself; how thick it is.
ABOVE, STEP, WORDS, BAR = Decimal("0.8"), Decimal("2.6"), Decimal("1"), Decimal("1.4")
THICK, THIN = Decimal("0.8"), Decimal("0.3")


@dataclass(frozen=True, kw_only=True)
class Bar:
    """Words, and a bar below them. start: where the line begins; x, width: of the bar; the rest in em from above."""

    label: str
    start: str
    baseline: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, kw_only=True)
class Chart:
    """height: in em."""

    height: str
    bars: tuple[Bar, ...]


def chart(scope: Scope, service: Service, periods: Iterable[Figures]) -> Chart | None:
    """Thin bars for what is promised, thick ones for what it took, the newest first; None without anything to draw."""
    actual = [(f"{scope.speech.period(one.period)}: {performance.time(scope, one)}", one.median_days, THICK)
              for one in periods if one.median_days is not None][:MOST]
    if not actual:
        return None
    all_bars = [*_promises(scope, service), *actual]
    longest = max(length for _, length, _ in all_bars) or Decimal(1)
    rtl = scope.speech.direction == "rtl"
    return Chart(
        height=_em(ABOVE + STEP * len(all_bars)),
        bars=tuple(_bar(number, label, 100 * length / longest, thickness, rtl=rtl)
                   for number, (label, length, thickness) in enumerate(all_bars)),
    )


def _promises(scope: Scope, service: Service) -> list[tuple[str, Decimal, Decimal]]:
    week = scope.catalogue.jurisdictions[service.facts.jurisdiction].facts.week.working_days
    return [(f"{scope.speech.say('promise')}: {scope.speech.duration(one.at_most, one.counted_in)}",
             _days(one.at_most, len(week) if one.counted_in == "working-days" else 7), THIN)
            for one in performance.promises(scope, service) if one.at_most]


def _days(length: Duration, days_a_week: int) -> Decimal:
    """Calendar days; working days with the days of rest between them."""
    return length.amount * DAYS[length.unit] * (7 if length.unit == "days" else days_a_week) / days_a_week


def _bar(number: int, label: str, width: Decimal, thickness: Decimal, *, rtl: bool) -> Bar:
    above = ABOVE + STEP * number
    return Bar(
        label=label, start="100%" if rtl else "0", baseline=_em(above + WORDS), y=_em(above + BAR),
        x=f"{100 - width:.1f}%" if rtl else "0", width=f"{width:.1f}%", height=_em(thickness),
    )


def _em(length: Decimal) -> str:
    return f"{length.normalize():f}em"
