"""What posts say around a rumour."""

import pytest

from firsthand.listen.rumour.phrases import said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Il paraît que l'usine ferme", "hearsay"),
        ("Reports say the boss resigned", "hearsay"),
        ("Source ?", "disbelief"),
        ("This is fake news", "disbelief"),
        ("C'est FAUX, la direction dément", "disbelief"),
        ("Really? How do you know?", "question"),
        ("Police confirm two arrests", "official"),
        ("Praying for the families", "comfort"),
        ("Dépôt de bilan demain", "grave"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert kind in [each.kind for each in said(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Merci à @fake_news pour le lien", "disbelief"),
        ("https://example.com/fake/rumour", "disbelief"),
        ("Les voleurs de vélos", "disbelief"),
        ("believer", "hearsay"),
    ],
)
def test_parts_of_words_names_and_links_say_nothing(text: str, kind: str) -> None:
    assert kind not in [each.kind for each in said(text)]


def test_each_kind_once_with_its_words() -> None:
    found = said("Un scandale, un vrai scandale")
    assert [(each.kind, each.words) for each in found] == [("grave", "scandale")]
