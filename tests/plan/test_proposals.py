"""What an archive suggests: the subjects, people and rhythm that it holds, and nothing else."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from firsthand.plan.proposals import ENOUGH, Proposals, propose
from firsthand.plan.strategy_json import proposal_lines
from firsthand.records.post import Post

START = datetime(2026, 1, 5, 8, tzinfo=UTC)  # a Monday

HEATING = (
    "Le réglage du chauffage dans l'école de {n} : {n} degrés de moins, des élèves mieux assis.",
    "On nous demande {n} chaudières neuves ; le réglage du chauffage suffit dans {n} cas.",
    "Réglage du chauffage : {n} vannes ouvertes, personne pour les fermer.",
)
TRAINING = (
    "Notre apprentie numéro {n} a soudé sa première pièce ; l'apprentissage prend {n} saisons.",
    "L'apprentissage n'est pas une charge : {n} apprentis, {n} embauches.",
    "Visite d'un lycée : {n} questions sur l'apprentissage, et de bonnes.",
)


def archive(texts: tuple[str, ...], n: int = 20, **more: str) -> list[Post]:
    return [
        Post(
            text=texts[at % len(texts)].format(n=at + 2),
            id=f"{texts[0][:3]}{at}",
            at=START + timedelta(days=7 * at),
            author="helene",
            lang="fr",
            **more,
        )
        for at in range(n)
    ]


def found(posts: list[Post]) -> Proposals:
    return propose(posts, ZoneInfo("Europe/Paris"), ("Hélène Darcourt",))


def test_too_few_posts_suggest_nothing_and_say_how_many_are_missing() -> None:
    few = found(archive(HEATING, 12))
    assert few.subjects == few.people == few.groups == ()
    assert few.said().text("en") == f"Not enough posts of your own yet to tell (12 of {ENOUGH})."
    assert proposal_lines(few, "en")["enough"] is False


def test_subjects_are_those_that_come_back_with_the_posts_that_show_them() -> None:
    suggested = found([*archive(HEATING), *archive(TRAINING)])
    names = [subject.name.lower() for subject in suggested.subjects]
    assert any("chauffage" in name or "réglage" in name for name in names)
    assert any("apprenti" in name for name in names)
    assert not any("darcourt" in name for name in names)
    for subject in suggested.subjects:
        assert subject.n >= 2
        assert subject.samples
        assert subject.phrases_fr


def names_of(texts: tuple[str, ...], n: int = 40) -> list[str]:
    return [subject.name for subject in found(archive(texts, n)).subjects]


def test_a_subject_is_named_by_its_phrase_rather_than_by_one_of_its_words() -> None:
    energy = (
        "Clean energy pays {n} families here.",
        "We chose clean energy in {n}, and clean it stays.",
        "Nobody regrets {n} years of clean energy.",
    )
    assert names_of((*energy, *HEATING, *TRAINING))[0] == "Clean energy"


def test_words_of_every_company_name_nothing_by_themselves() -> None:
    daily = (
        "Nos clients ont reçu {n} commandes, et le chauffage attend.",
        "La réunion des clients : {n} chiffres sur le chauffage.",
        "Le chauffage de {n} clients, règle par règle.",
    )
    assert names_of(daily) == ["Chauffage"]
    stock = ("The stock market fell {n} points.", "A stock market of {n} fools, I said.")
    assert any(name.startswith("Stock market") for name in names_of((*stock, *HEATING)))


def test_a_phrase_does_not_go_on_beyond_a_stop() -> None:
    hiring = (
        "Nous cherchons {n} soudeurs. Formation payée. Écrivez.",
        "Encore {n} soudeurs ! Formation payée, écrivez.",
        "Il manque {n} soudeurs\nFormation payée : écrivez.",
    )
    subjects = found([*archive(hiring, 30), *archive(HEATING, 30)]).subjects
    phrases = [phrase for subject in subjects for phrase in subject.phrases_fr]
    assert "formation payée" in [phrase.lower() for phrase in phrases]
    assert not any("soudeurs formation" in phrase.lower() for phrase in phrases)


def test_people_are_those_answered_oneself_left_aside() -> None:
    answers = archive(HEATING, 20, reply_to_author="Karim")
    threads = archive(TRAINING, 20, reply_to_author="helene")
    suggested = found([*answers, *threads])
    assert [(met.name, met.n) for met in suggested.people] == [("@Karim", 20)]
    assert suggested.people[0].last == START + timedelta(days=7 * 19)


def test_a_hashtag_shared_with_people_is_a_community() -> None:
    tagged = tuple(f"{text} #Sobriété" for text in HEATING)
    suggested = found([*archive(tagged, 20, reply_to_author="Karim"), *archive(TRAINING)])
    assert [(group.hashtag, group.handles) for group in suggested.groups] == [
        ("#Sobriété", ("@Karim",))
    ]


def test_the_rhythm_is_that_of_the_weeks_in_the_leaders_own_hours() -> None:
    rhythm = found([*archive(HEATING), *archive(TRAINING)]).rhythm
    assert rhythm is not None
    assert (rhythm.per_week, rhythm.weeks, rhythm.silent_weeks) == (2.0, 20, 0)
    assert rhythm.weekdays == (40, 0, 0, 0, 0, 0, 0)
    assert rhythm.hours[9] + rhythm.hours[10] == 40  # in Paris, winter and summer
    assert "Monday" in rhythm.said().text("en")


def test_reposts_and_the_same_words_twice_count_for_nothing() -> None:
    posts = archive(HEATING, 40)
    again = [Post(text=post.text.upper(), id=f"again{post.id}", at=post.at) for post in posts]
    reposts = archive(TRAINING, 40, repost_of="1")
    assert found([*posts, *again, *reposts]).n == found(posts).n == 40


def test_the_same_posts_give_the_same_proposals_in_any_order() -> None:
    posts = [*archive(HEATING), *archive(TRAINING)]
    assert found(posts) == found(posts[::-1])


def test_proposals_as_json_open_to_their_posts() -> None:
    lines = proposal_lines(found([*archive(HEATING), *archive(TRAINING)]), "fr")
    assert lines["posts"] == 40
    assert lines["enough"] is True
    assert lines["topics"][0]["samples"][0]["text"]
    assert lines["languages"] == {"fr": 40}
    assert lines["said"].startswith("Lu dans 40 messages")
