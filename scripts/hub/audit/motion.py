"""What moves on the open page by itself: animations that run, with how long they will, and whether they move things."""

from dataclasses import dataclass

from selenium.webdriver import Chrome

from hub.audit.where import SELECTOR

LONG = 5  # seconds, of WCAG 2.2.2

# Fading and changing colour is no movement.
_RUNNING = (
    SELECTOR
    + """
const calm = ['opacity', 'color', 'backgroundColor', 'borderColor', 'outlineColor', 'fill', 'stroke', 'boxShadow',
  'textShadow', 'visibility', 'filter', 'offset', 'computedOffset', 'easing', 'composite'];
return document.getAnimations().filter(each => each.playState === 'running' && each.effect?.target
  && shown(each.effect.target)).map(each => {
    const end = each.effect.getComputedTiming().endTime / 1000;
    const moves = each.effect.getKeyframes().some(frame => Object.keys(frame).some(name => !calm.includes(name)));
    return [selector(each.effect.target), end === Infinity ? -1 : end, moves];
  });
"""
)


@dataclass(frozen=True, kw_only=True)
class Motion:
    """seconds: from start to end, or None for ever. moves: something changes its place or size."""

    selector: str
    seconds: float | None
    moves: bool

    @property
    def long(self) -> bool:
        """Whether it takes longer than WCAG 2.2.2 lets it without a way to stop it."""
        return self.seconds is None or self.seconds > LONG


def running(driver: Chrome) -> list[Motion]:
    """Every animation that runs now on something that is shown; with reduced motion those that run all the same."""
    found = driver.execute_script(_RUNNING)
    return [Motion(selector=place, seconds=None if end < 0 else end, moves=moves) for place, end, moves in found]
