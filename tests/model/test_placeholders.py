"""Words that point at facts, and braces that point at nothing."""

import pytest

from hub.model.placeholders import KINDS, placeholders, stray

# Text: (the placeholders, the stray pieces)
TEXTS = {
    "No pointer at all.": ([], []),
    "It costs {cost.standard}.": ([("cost", "standard")], []),
    "{cost.standard} or {cost.in-3-days}, see {link.form}": (
        [("cost", "standard"), ("cost", "in-3-days"), ("link", "form")], []),
    "One says {cost.fee.law}, the other {cost.fee.page}.": ([("cost", "fee.law"), ("cost", "fee.page")], []),
    "{contact.call-centre}{service.az-passport}": ([("contact", "call-centre"), ("service", "az-passport")], []),
    "A kind that we do not know: {price.standard}": ([("price", "standard")], ["{price.standard}"]),
    "The second is wrong: {cost.a} {costs.b}": ([("cost", "a"), ("costs", "b")], ["{costs.b}"]),
    "{standard}": ([], ["{standard}"]),
    "{Cost.standard}": ([], ["{Cost.standard}"]),
    "{cost.Standard}": ([], ["{cost.Standard}"]),
    "{ cost.standard }": ([], ["{ cost.standard }"]),
    "{cost}": ([], ["{cost}"]),
    "{cost.}": ([], ["{cost.}"]),
    "{}": ([], ["{}"]),
    "{cost.standard": ([], ["{"]),
    "cost.standard}": ([], ["}"]),
    "{{cost.standard}}": ([("cost", "standard")], ["{", "}"]),
    "{% if x %}": ([], ["{% if x %}"]),
    "{cost.şəkil}": ([], ["{cost.şəkil}"]),
    "{cost.two\nlines}": ([], ["{cost.two\nlines}"]),
}


@pytest.mark.parametrize("text", TEXTS)
def test_placeholders(text):
    assert list(placeholders(text)) == TEXTS[text][0]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_stray(text):
    assert list(stray(text)) == TEXTS[text][1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_known(kind):
    assert list(stray(f"{{{kind}.x}}")) == []
    assert list(placeholders(f"{{{kind}.x}}")) == [(kind, "x")]
