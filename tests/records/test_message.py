"""Sentences in two languages, with gaps, numbers and French typography."""

import pytest

from firsthand.records.message import Message, french

SKIPPED = Message("{n} {n:record|records} skipped.", "{n} {n:élément écarté|éléments écartés}.")


@pytest.mark.parametrize(
    ("n", "english", "spoken"),
    [
        (0, "0 records skipped.", "0 élément écarté."),
        (1, "1 record skipped.", "1 élément écarté."),
        (1.5, "1.5 records skipped.", "1,5 élément écarté."),
        (2, "2 records skipped.", "2 éléments écartés."),
        (200, "200 records skipped.", "200 éléments écartés."),
    ],
)
def test_each_language_counts_in_its_own_way(n: float, english: str, spoken: str) -> None:
    said = SKIPPED(n=n)
    assert (said.text("en"), said.text("fr")) == (english, spoken)


def test_thousands_stand_apart_in_each_languages_way() -> None:
    many = Message("{n:,} files", "{n:,} fichiers")(n=250_000)
    assert (many.text("en"), many.text("fr")) == ("250,000 files", "250\u202f000 fichiers")


def test_numbers_may_still_be_laid_out() -> None:
    assert Message("{n:,} of {p:.1f} {yes}", "")(n=12000, p=0.25, yes=True).text("en") == (
        "12,000 of 0.2 True"
    )


@pytest.mark.parametrize("lang", ["fr", "fr-CA", "fr_FR"])
def test_french_is_for_those_who_read_it_and_english_for_all_others(lang: str) -> None:
    message = Message("Yes", "Oui")
    assert message.text(lang) == "Oui"
    assert (message.text("en"), message.text("de"), message.text("")) == ("Yes", "Yes", "Yes")


def test_a_sentence_within_a_sentence_is_in_the_same_language() -> None:
    why = Message("no text", "pas de texte")
    whole = Message("{place}: {reason}", "{place} : {reason}")(place="a:2", reason=why())
    assert whole.text("en") == "a:2: no text"
    assert whole.text("fr") == "a:2\u00a0: pas de texte"
    assert Message("({what})", "({what})")(what=why).text("fr") == "(pas de texte)"


def test_what_fills_a_gap_is_never_read_as_a_gap() -> None:
    assert Message("“{name}”", "")(name="{n} {0} %s").text("en") == "“{n} {0} %s”"


@pytest.mark.parametrize(
    ("plain", "set_well"),
    [
        ("Prêt ?", "Prêt\u202f?"),
        ("Vite ! Oui ; non", "Vite\u202f! Oui\u202f; non"),
        ("« Oui »", "«\u00a0Oui\u00a0»"),
        ("Voici : 87 %.", "Voici\u00a0: 87\u00a0%."),
        ("à 10:30, voir https://a.fr/?q=1", "à 10:30, voir https://a.fr/?q=1"),
        ("(vraiment ?)", "(vraiment\u202f?)"),
    ],
)
def test_french_marks_stand_off_by_spaces_that_never_break(plain: str, set_well: str) -> None:
    assert french(plain) == set_well
    assert french(set_well) == set_well
