"""Who is asked, thanked and praised: whole sets of posts, and single rules."""

import tomllib
from pathlib import Path

import pytest
from tests.listen.pipeline.streams import STRATEGY

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.people import manners
from firsthand.listen.people.manners import House
from firsthand.listen.pipeline.meaning import house, meanings
from firsthand.records.post import Post
from firsthand.text.cues import cues
from firsthand.text.tone import tone_many

QUERIES = compile_strategy(STRATEGY)
HOUSE = house(QUERIES)
KINDS = ("question", "thanks", "recognition")
Said = tuple[str, set[str], Post]


def said(name: str) -> list[Said]:
    """Give the posts of a set: the kind wanted, the kinds found, and the post."""
    text = (Path(__file__).parent / f"{name}.toml").read_text("utf-8")
    found = []
    for case in tomllib.loads(text)["post"]:
        for lang in ("fr", "en"):
            for words in case.get(lang, ()):
                post = Post(text=words, id="p", lang=lang, reply_to_author=case.get("to"))
                found.append((case["want"], kinds(post), post))
    return found


def kinds(post: Post) -> set[str]:
    """Give what a post means; what only speaks of the leader does not speak of the company."""
    about = [
        query
        for query in QUERIES
        if query.name in ("leader", "organisation") and names(post, house([query]))
    ]
    (tone,) = tone_many([post.text], [post.lang]).tolist()
    return {each.value for each, _, _ in meanings(post, cues(post.text, post.lang), tone, about)}


def names(post: Post, some: House) -> bool:
    return some.is_in(manners.fold(post.text)) or post.reply_to_author in some.handles


@pytest.mark.parametrize(
    ("name", "precision", "recall"), [("planted", 0.95, 0.85), ("fresh", 0.6, 0.65)]
)
@pytest.mark.parametrize("kind", KINDS)
def test_planted_posts(name: str, kind: str, precision: float, recall: float) -> None:
    cases = said(name)
    found = [want for want, got, _ in cases if kind in got]
    wanted = [got for want, got, _ in cases if want == kind]
    right = sum(want == kind for want in found)
    assert right >= precision * len(found), [
        p.text for w, got, p in cases if kind in got and w != kind
    ]
    assert sum(kind in got for got in wanted) >= recall * len(wanted)


def asked(text: str, **more: str) -> bool:
    post = Post(text=text, **more)
    return manners.asks(post, cues(text), House(frozenset({"claire"}), ("claire martin",)))


def test_a_handle_that_a_network_puts_before_an_answer_asks_nobody() -> None:
    assert not asked("@paul @claire on y va ?", reply_to_author="paul")
    assert asked("@paul oui. @claire, on y va ?", reply_to_author="paul")


def test_an_open_question_is_for_everybody() -> None:
    for text, opens in (
        ("Quel antivol choisir ?", True), ("@paul quel antivol ?", False),
        ("Quel antivol choisir ? https://example.com/a", False), ("Un antivol, non ?", False),
    ):  # fmt: skip
        assert manners.asks_everybody(Post(text=text), cues(text)) == opens
    assert not manners.asks_everybody(
        Post(text="Quel antivol ?", reply_to="x"), cues("Quel antivol ?")
    )


@pytest.mark.parametrize(
    "text",
    [
        "@claire c'est quoi ton numéro de compte ? gagne 5000€ par jour clique ici http://spam.example",
        "@claire want to earn $5000 a day? DM me", "@claire ça vous dit pas de vous taire ?",
        "@claire ça va ?", "@claire Bonjour, comment allez-vous ?", "@claire ?",
        "@claire espèce de conne, quand est-ce que tu pars ?", "@claire would you just shut up?",
    ],
)  # fmt: skip
def test_spam_insults_and_empty_talk_ask_nothing(text: str) -> None:
    assert not asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "@claire combien gagne un soudeur, 80 € par jour ?", "@claire la ligne de bus, ça va mieux ?",
        "@claire où trouver le numéro de compte sur la facture ?",
        "@claire avez-vous lu ceci ? https://example.com/a Que fera Velzanor ?",
        "@claire qu'allez-vous faire pour la ferme du Gier ?", "@claire will the smell go away?",
        "@claire how much does a welder earn, £120 a day?",
    ],
)  # fmt: skip
def test_money_and_links_are_asked_about_honestly(text: str) -> None:
    assert asked(text)


def thanked(text: str) -> bool:
    house = House(frozenset({"claire"}), ("orange", "velzanor"))
    return manners.thanks(Post(text=text), cues(text), house)


@pytest.mark.parametrize(
    "text",
    [
        "Ma Livebox rame depuis trois jours, merci Orange...", "Ma ligne est en panne. Merci Orange…",
        "Merci Orange, deux jours sans internet", "No water since Monday, thanks Velzanor...",
        "Thanks Velzanor, another day with no water",
    ],
)  # fmt: skip
def test_thanks_beside_a_grievance_are_none(text: str) -> None:
    assert not thanked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Merci Orange pour la panne réparée en une heure", "Merci Orange, ma ligne est revenue...",
        "Ma ligne était en panne, c'est réglé : merci Orange", "Merci Velzanor...",
        "The outage is fixed, thanks Velzanor", "Panne hier. Aujourd'hui tout va bien, merci Velzanor",
    ],
)  # fmt: skip
def test_thanks_for_mending_are_thanks(text: str) -> None:
    assert thanked(text)


def says(text: str, lang: str) -> list[str]:
    queries = [
        query
        for query in QUERIES
        if query.name in ("leader", "organisation") and names(Post(text=text), house([query]))
    ]
    (tone,) = tone_many([text], [lang]).tolist()
    found = meanings(Post(text=text, lang=lang), cues(text, lang), tone, queries)
    return [f"{kind.value}: {message(author='X').text('en')}" for kind, message, _ in found]


def test_who_is_thanked_or_praised_is_said() -> None:
    for text, lang, told in (
        ("Merci Velzanor, mon vélo est revenu en deux jours", "fr", "thanks: X thanks your company."),
        ("Je remercie Claire Zelmont pour sa franchise", "fr", "thanks: X thanks you."),
        ("Merci à Claire Zelmont pour son discours à Velzanor ce matin", "fr", "thanks: X thanks you."),
        ("Good talk by the head of Velzanor on repairs.", "en", "thanks: X speaks well of you."),
        ("Dr Claire Zelmont explained repairs on Radio 4. More of this please.", "en", "thanks: X speaks well of you."),
        ("Belle intervention, bravo à la patronne de Velzanor", "fr", "thanks: X speaks well of you."),
        ("Great work by the head of sales at Velzanor.", "en", "recognition: X praises work done at your company."),
    ):  # fmt: skip
        assert says(text, lang) == [told], text


def test_praise_that_trails_off_is_none() -> None:
    house = House(frozenset({"claire"}), ("velzanor",))
    for text, meant in (
        ("@claire quatre places, bravo l'effort national...", False), ("@claire bravo…", False),
        ("@claire bravo pour l'effort. On y pense...", True),
    ):  # fmt: skip
        assert manners.praises(Post(text=text), cues(text), house) == meant


def test_a_question_may_end_with_several_marks_or_be_announced() -> None:
    assert asked("@claire pourquoi ce prix ??")
    assert asked("@claire will the plant reopen???")
    assert asked("Question pour Claire Martin : le parking sera-t-il gratuit ?")
    assert not asked("@claire ???")


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        ("Solvane répare-t-elle ce modèle ? Merci d'avance", False), ("Does Solvane mend it? thanks", False),
        ("Qui a réparé ? Merci à Solvane d'être venue si vite", True),
        ("Merci à Ana Ruiz, soudeuse chez Solvane", True), ("Merci à Ana Ruiz, ma voisine", False),
    ],
)  # fmt: skip
def test_thanks_are_no_politeness_and_go_to_those_who_work_there(text: str, thanks: bool) -> None:
    assert manners.thanks(Post(text=text), cues(text), House(frozenset(), ("solvane",))) == thanks
