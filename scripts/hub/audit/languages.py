"""Which language words are in, by py3langid: offline, trained on 142 languages, ours among them."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Fewer letters than these say too little; below this probability nothing is said.
LETTERS = 60
SURE = 0.99
# Languages that a statistic of letters cannot tell apart: to the left the one that a page would declare.
NEAR = {
    "en": {"pcm", "sco"}, "ar": {"ary", "arz", "acm", "apc", "fa"}, "ru": {"be", "uk", "bg"},
    "az": {"tr", "crh", "azb"}, "sw": {"swc"}, "nb": {"no", "da", "nn"}, "no": {"nb", "da", "nn"}, "da": {"nb", "no"},
    "hr": {"bs", "sr"}, "bs": {"hr", "sr"}, "sr": {"hr", "bs"}, "id": {"ms", "jv"}, "ms": {"id"}, "es": {"gl", "ast"},
    "pt": {"gl"}, "cs": {"sk"}, "sk": {"cs"}, "zh": {"yue", "wuu"}, "fr": {"oc", "wa"}, "nl": {"af", "li"},
    "af": {"nl"},
}


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def letters(words: str) -> int:
    """How many letters there are; digits and signs say nothing about a language."""
    return sum(each.isalpha() for each in words)


def other_than(declared: str, words: str, least: int = LETTERS) -> str:
    """The language that the words are surely in, if it is not the declared one; else "".

    declared: a BCP 47 tag, of which only the language counts ("az-simple" is "az").
    """
    if letters(words) < least:
        return ""
    found, probability = _identifier().classify(words)
    base = declared.partition("-")[0].lower()
    near = found == base or found in NEAR.get(base, set()) or base in NEAR.get(found, set())
    return "" if near or probability < SURE else str(found)
