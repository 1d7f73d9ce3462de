"""What others send: taken in where it is CAP, refused in words where it is an attack or a riddle."""

import pytest

from hub import exports
from hub.load.cap import message, written
from hub.load.cap_xml import DEEPEST, LARGEST, NotTaken
from hub.load.catalogue import load
from hub.load.reader import read
from tests.catalogue.copies import TINY

COUNTRIES = {"XX": "xx"}


@pytest.fixture(scope="module")
def crue() -> str:
    return exports.cap(load(TINY.parent).catalogue.alerts["xx-crue"])


def taken(text: str | bytes, country: str = ""):
    raw = text if isinstance(text, bytes) else text.encode()
    return message(raw, ["fr", "ar"], COUNTRIES, country)


BOMB = ('<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
# What is done to a good message: text, instead, what the editor is told.
HOSTILE = {
    "external entity": (HEAD, f'{HEAD}<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "declares a doc"),
    "entity from the network": (HEAD, f'{HEAD}<!DOCTYPE a SYSTEM "http://x.example/a.dtd">', "declares a doc"),
    "parameter entity": (HEAD, f'{HEAD}<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x.example/a">%x;]>', "declares a doc"),
    "entity bomb": (HEAD, HEAD + BOMB, "declares a document type"),
    "an entity that nobody declared": ("Restez loin", "&restez; loin", "not well-formed"),
    "the namespace of CAP 1.1": ("cap:1.2", "cap:1.1", "This is not a CAP 1.2 alert"),
    "no namespace": (' xmlns="urn:oasis:names:tc:emergency:cap:1.2"', "", "it begins with “alert”"),
    "an element of HTML": ("Restez loin", '<b xmlns="http://www.w3.org/1999/xhtml">Restez</b> loin', "text beside"),
    "an unknown element": ("</info>\n<info>", '<x:s xmlns:x="urn:x"/></info>\n<info>', "<s> does not belong to CAP"),
    "cut off": ("</alert>", "", "not well-formed"),
    "two identifiers": ("<sender>", "<identifier>B</identifier>\n<sender>", "stands 2 times"),
    "severity that differs": ("<severity>Severe", "<severity>Minor", "Ask the sender"),
    "areas that differ": ("<value>XX-02</value>", "<value>XX-03</value>", "Ask the sender"),
    "closings that differ": ("<value>xx-port-clair</value>", "<value>xx-valmont</value>", "“closes” is not the same"),
    "an entity in the text": ("Restez loin", "&lt;b&gt;&#0; loin", "not well-formed"),
    "no end": ("<expires>2026-11-24T16:40:00+00:00</expires>", "", "<expires> is missing in the <info> in fr.*ask"),
    "no sender": ("<sender>alertes@meteo.rampe.example</sender>", "", "<sender> is missing in <alert>"),
    "no words": ("<instruction>Restez loin des quais.</instruction>", "", "<instruction> is missing"),
    "time in Z": ("18:00:00+00:00</sent>", "18:00:00Z</sent>", "<sent> in <alert> is “2026-11-21T18:00:00Z”.*never Z"),
    "time without a difference": ("16:40:00+00:00</expires>", "16:40:00</expires>", "<expires> in the <info> in fr"),
    "an encoding that is not its own": ('encoding="UTF-8"', 'encoding="ISO-8859-1"', "says encoding=“ISO-8859-1”"),
    "deep elements": ("<instruction>", f"{'<area>' * DEEPEST}{'</area>' * DEEPEST}<instruction>", "deep. A CAP"),
    "the same language twice": ("<language>ar", "<language>fr-CA", "Two <info> are in the language fr"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_message_is_refused_in_words(crue, what):
    old, new, told = HOSTILE[what]
    assert old in crue
    with pytest.raises(NotTaken, match=told):
        taken(crue.replace(old, new, 1))


@pytest.mark.parametrize(("raw", "told"), [
    (b" " * (LARGEST + 1), "The limit is 200,000"),
    (b"", "not well-formed"),
    (b"\xff\xfe\x00", "not well-formed UTF-8. Save it"),
    ("<?xml version='1.0' encoding='UTF-16'?><alert/>".encode("utf-16"), "not well-formed UTF-8. Save it"),
    ("<alert>é</alert>".encode("latin-1"), "not well-formed UTF-8. Save it"),
    (b"%PDF-1.7", "not well-formed"),
    (b"<html><body>404</body></html>", "it begins with .html."),
    (b'<?xml version="1.0" encoding="x-none"?><alert/>', "says encoding=“x-none”"),
], ids=["large", "empty", "signs", "utf-16", "latin", "pdf", "html", "encoding"])
def test_what_is_no_message_is_refused_in_words(raw, told):
    with pytest.raises(NotTaken, match=told):
        taken(raw)


def test_a_deep_message_does_no_harm(crue):
    deep = crue.replace("<instruction>", f"{'<area>' * 9000}{'</area>' * 9000}<instruction>", 1)
    with pytest.raises(NotTaken, match="elements deep"):
        taken(deep)


@pytest.mark.parametrize(("old", "new", "code"), [
    ("Restez loin", "&lt;script&gt;alert(1)&lt;/script&gt; Restez loin", "markup"),
    ("Restez loin", "Restez &amp;nbsp; loin", "markup"),
    ("Restez loin", "Restez {{ loin }}", "markup"),
    ("Restez loin", "Restez \u202eloin", "invisible-character"),
    ("XX-01", "*XX \\ \"01", ""),
], ids=["script", "entity", "template", "direction", "quotes"])
def test_the_strict_loader_judges_the_words(crue, old, new, code):
    made = taken(crue.replace(old, new))
    told = [problem.code for name, text in made.files.items() for problem in read(name, text.encode())[1]]
    assert told == ([code] if code else [])


def test_the_country_comes_from_the_message_or_from_the_editor(crue):
    other = crue.replace("<valueName>jurisdiction</valueName>", "<valueName>j</valueName>")
    assert "jurisdiction: xx" in taken(other).files["facts.yml"]
    nowhere = other.replace("ISO3166-2", "UGC")
    with pytest.raises(NotTaken, match="Write its id behind the file"):
        taken(nowhere)
    assert "jurisdiction: xx" in taken(nowhere, "xx").files["facts.yml"]


def test_what_is_not_kept_is_named(crue):
    more = crue.replace("<headline>", "<senderName>Météo</senderName><headline>").replace(
        "<valueName>closes", "<valueName>colour")
    assert (taken(more).left_out, taken(more).languages_left_out) == (("parameter colour", "senderName"), ())


def test_languages_that_the_hub_lacks_are_named(crue):
    made = taken(crue.replace("<language>ar", "<language>de-AT"))
    assert made.languages_left_out == ("de-AT",)
    assert {*made.files} == {"facts.yml", "fr.yml"}


def test_a_language_with_a_country_is_the_language(crue):
    assert {*taken(crue.replace("<language>ar", "<language>ar-EG")).files} == {"facts.yml", "fr.yml", "ar.yml"}
    with pytest.raises(NotTaken, match="No <info> is in a language of this hub"):
        taken(crue.replace("<language>ar", "<language>de").replace("<language>fr", "<language>it"))


def test_every_text_can_be_written():
    value = {"a": "no: # \"really\" \\ {x}", "b": {"yes": ["a, b", "- c", "'d'"], "none": []}, "c": "", "d: e": "*f"}
    document, problems = read("x.yml", written(value).encode())
    assert problems == []
    assert document.value == {"a": value["a"], "b": {"yes": value["b"]["yes"]}, "d: e": "*f"}
