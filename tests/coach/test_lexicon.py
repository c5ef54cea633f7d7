"""Expressions: how they are written, and what they find."""

from itertools import pairwise

import pytest
from tests.coach.planted.making import clean

from firsthand.coach.lexicon import Lexicon, compile_expression
from firsthand.coach.reading import Reading
from firsthand.coach.rules import names, rules, shared_words

KEY = ("check", "words")


def found(expression: str, text: str) -> list[str]:
    reading = Reading(text, "fr", Lexicon({KEY: [expression]}))
    return [text[hit.start : hit.end] for hit in reading.found.get(KEY, [])]


@pytest.mark.parametrize(
    ("expression", "text", "hits"),
    [
        ("ravi|ravie d'annoncer", "Ravie d’annoncer cela.", ["Ravie d’annoncer"]),
        ("heureu* de vous? annoncer", "Heureuses de l'annoncer, heureux d'être.", []),
        ("heureu* de vous? annoncer", "HEUREUX DE VOUS ANNONCER", ["HEUREUX DE VOUS ANNONCER"]),
        ("ravi ... annoncer", "Ravi de pouvoir enfin vous annoncer", ["Ravi de pouvoir enfin vous annoncer"]),
        ("ravi ... annoncer", "Ravi de pouvoir enfin et surtout vous annoncer", []),
        ("ravi ... annoncer", "Ravi. Nous allons annoncer", []),
        ("#num fois plus", "3 fois plus", ["3 fois plus"]),
        ("merci #name", "Merci Karim, merci à tous, merci @lea", ["Merci Karim", "merci @lea"]),
        ("customer-centric", "We are customer-centric, customer centric", ["customer-centric", "customer centric"]),
        ("acteur majeur|de_premier", "un acteur de premier plan", ["acteur de premier"]),
        ("so-called|alleged expert", "a so-called expert, an alleged expert", ["so-called expert", "alleged expert"]),
        ("mot", "#MotDièse", ["Mot"]),
    ],
)  # fmt: skip
def test_what_an_expression_finds(expression: str, text: str, hits: list[str]) -> None:
    assert found(expression, text) == hits


@pytest.mark.parametrize("expression", ["", "a||b", "... mot", "ab*", "mot? autre?", "|"])
def test_an_expression_that_could_match_anything_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match="“"):
        compile_expression(expression)


def test_every_shipped_expression_can_be_read() -> None:
    lists = {
        (name, f"{list_name} {lang}"): expressions
        for name in names()
        for list_name, by_lang in rules(name).words.items()
        for lang, expressions in by_lang.items()
    }
    shared = {
        (name, f"{list_name} {lang}"): expressions
        for name, by_list in shared_words().items()
        for list_name, by_lang in by_list.items()
        for lang, expressions in by_lang.items()
    }
    assert Lexicon(lists | shared)
    ends = [e for held in (lists | shared).values() for e in held if e.endswith(("?", "..."))]
    assert not ends


def test_sentences_searched_before_change_nothing() -> None:
    lists = {
        (name, which): [word for words in by_lang.values() for word in words]
        for name in names()
        for which, by_lang in rules(name).words.items()
    }
    texts = [text for half in ("seen", "held") for _, text in clean(half)]
    texts += [f"{one} {other}" for one, other in pairwise(texts)] + [t.upper() for t in texts]
    warm, forgetful = Lexicon(lists), Lexicon(lists)
    for text in texts + texts[::-1]:
        reading = Reading(text, None)
        forgetful._sentences.clear()
        assert warm.find(reading) == forgetful.find(reading)
