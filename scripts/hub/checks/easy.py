"""Easy Read: one short sentence in each block."""

import re
from collections.abc import Iterator

from hub.load.catalogue import Loaded
from hub.model.catalogue import Catalogue
from hub.model.placeholders import PLACEHOLDER
from hub.problems import Problem

# As Inclusion Europe's standards are read here; a placeholder counts as one word.
WORDS = 15
_TWO = re.compile(r"[.!?؟]\s+\S")


def check(loaded: Loaded, catalogue: Catalogue) -> Iterator[Problem]:
    """A block of Easy Read is one sentence of at most 15 words."""
    for service in catalogue.services.values():
        for language, words in service.words.items():
            for identifier, block in words.easy.items():
                path, where = f"{service.path}/{language}.yml", ("easy", identifier, "text")
                text = PLACEHOLDER.sub("x", block.text)
                if _TWO.search(text):
                    yield loaded.problem(path, where, "easy-sentences", "There is more than one sentence.",
                                         "Make a block of each sentence", warning=True)
                elif (count := len(text.split())) > WORDS:
                    yield loaded.problem(path, where, "easy-too-long",
                                         f"The sentence is too long ({count} words; the limit is {WORDS}).",
                                         "Make two sentences, each in its own block", warning=True)
