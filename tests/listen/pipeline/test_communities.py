"""Around the leader: who waits, who speaks up, what rises."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.listen.pipeline.sagas import hear, post, rise, told
from tests.listen.pipeline.streams import START, pipeline

from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline.spoken import Spoken
from firsthand.records.post import Post
from firsthand.records.signal import Signal, SignalKind, State, to_line

LEADER = "Claire Zelmont"
HOURLY = [
    post(f"t{n}", f"Un casque, un antivol et une selle #cyclistes {n}", START + timedelta(hours=n), f"v{n}")
    for n in range(80)
]  # fmt: skip


def only(signals: list[Signal], kind: SignalKind) -> list[Signal]:
    return [signal for signal in signals if signal.kind is kind]


def asked(hours: float = 1.0) -> dict[str, Any]:
    text = "@claire_zelmont quand ouvre la boutique ?"
    return post("q", text, START + timedelta(hours=hours), "lea")


def test_a_question_waits_until_it_is_answered() -> None:
    reply = post("a", "En mai.", START + timedelta(hours=40), "claire_zelmont", reply_to="q")
    found = only(hear(told(HOURLY, [asked(), reply])), SignalKind.QUESTION)
    assert [signal.state for signal in found] == [State.OPEN, State.WAITING, State.ANSWERED]
    assert len({signal.id for signal in found}) == 1
    assert [signal.number for signal in found] == [0, 1, 2]
    assert found[1].says.text("fr").startswith("lea attend votre réponse depuis")
    assert found[2].figures["waited"] == timedelta(hours=39).total_seconds()
    assert to_line(found[2], "en")["next"] is None


def test_a_question_answered_the_same_day_is_not_told_as_waiting() -> None:
    reply = post("a", "En mai.", START + timedelta(hours=3), "claire_zelmont", reply_to="q")
    found = only(hear(told(HOURLY, [asked(), reply])), SignalKind.QUESTION)
    assert [signal.state for signal in found] == [State.OPEN, State.ANSWERED]


def test_a_voice_of_the_communities_is_told_once_and_one_with_a_tie_never() -> None:
    texts = ["Le col est dur", "Une roue voilée", "Un frein neuf", "Une belle côte"]
    heard = [
        post(f"{author}{n}", f"{text} #cyclistes", START + timedelta(hours=2 * n), author)
        for n, text in enumerate(texts)
        for author in ("paul", "zoe")
    ]
    known = post("own", "Merci @zoe", START + timedelta(hours=5), "claire_zelmont")
    found = only(hear(told(HOURLY, heard, [known])), SignalKind.VOICE)
    assert [signal.proofs[0].author for signal in found] == ["paul"]
    assert "“Cyclistes”" in found[0].says.text("en")
    assert len(found[0].proofs) == 3


@pytest.mark.parametrize("archive", [True, False])
def test_what_rises_is_told_once_with_who_began_and_what_the_leader_said(archive: bool) -> None:
    said = [
        Post(text="Le cuivre manque depuis un an.", id="old", at=datetime(2025, 3, 4, tzinfo=UTC)),
        Post(text="Le cuivre !", id="rt", repost_of_author="x"),
    ]
    line = pipeline()
    spoken = {LEADER: Spoken.of(said)} if archive else {}
    heard = Pipeline(line.matcher, line.own, spoken=spoken)
    posts = told(HOURLY, rise(START + timedelta(hours=60, minutes=5)))
    (found,) = only(hear(posts, heard), SignalKind.TREND)
    assert "cuivre" in found.says.text("fr")
    assert found.starter is not None
    assert found.starter.id == "c0"
    assert "community: Cyclistes" in found.watches
    assert [proof.id for proof in found.own] == (["old"] if archive else [])
    details = " ".join(each.text("en") for each in found.details)
    assert ("2025-03-04" in details) == archive
    assert "None of your topics" in details


def test_a_trend_on_a_topic_of_the_leader_names_it() -> None:
    posts = told(HOURLY, rise(START + timedelta(hours=60), "Pénurie de vélo cargo #cyclistes"))
    found = only(hear(posts), SignalKind.TREND)
    assert any("Vélos" in each.text("fr") for signal in found for each in signal.details)


def test_everyday_talk_is_no_trend() -> None:
    assert only(hear(HOURLY), SignalKind.TREND) == []


def talk(at: datetime) -> list[dict[str, Any]]:
    """Give a thread of three cyclists on the leader's topic."""
    said = ["Quel vélo pour la pluie ? Les freins à disque changent tout", "Et les garde-boue comptent", "Les pneus surtout"]  # fmt: skip
    return [
        post(
            f"k{n}", f"{text} #cyclistes", at + timedelta(minutes=7 * n), f"k-author{n}",
            **({"reply_to": "k0", "reply_to_author": "k-author0"} if n else {}),
        )
        for n, text in enumerate(said)
    ]  # fmt: skip


def test_a_conversation_is_told_once_with_its_age_its_voices_and_what_the_leader_said() -> None:
    old = Post(text="Un vélo se répare.", id="old", at=datetime(2025, 3, 4, tzinfo=UTC))
    line = pipeline()
    heard = Pipeline(line.matcher, line.own, spoken={LEADER: Spoken.of([old])})
    mixed = talk(START + timedelta(hours=60, minutes=5))
    mixed[0]["text"] = "Le vélo sous la pluie, c'est affaire de freins #cyclistes"
    (found,) = only(hear(told(HOURLY, mixed), heard), SignalKind.INVITATION)
    assert found.figures["voices"] == 3
    assert [proof.id for proof in found.proofs] == ["k0", "k1", "k2"]
    assert found.watches == ("topic: Vélos", "community: Cyclistes")
    assert [proof.id for proof in found.own] == ["old"]
    assert timedelta(minutes=14) <= timedelta(seconds=found.figures["age"]) < timedelta(hours=2)
    assert "3 personnes parlent de" in found.says.text("fr").replace("\u00a0", " ")
    assert "2025-03-04" in " ".join(each.text("en") for each in found.details)


def test_a_conversation_in_which_the_leader_is_already_is_not_told() -> None:
    at = START + timedelta(hours=60, minutes=5)
    mixed = talk(at)
    mixed[0]["text"] = "Le vélo sous la pluie, c'est affaire de freins #cyclistes"
    reply = post("own", "Les deux !", at + timedelta(minutes=9), "claire_zelmont", reply_to="k1")
    assert only(hear(told(HOURLY, mixed, [reply])), SignalKind.INVITATION) == []


def test_a_subject_that_goes_on_in_other_words_is_the_same() -> None:
    at = START + timedelta(hours=60, minutes=5)
    later = rise(at + timedelta(hours=1), "Le cuivre : grève à l'usine de Lyon #cyclistes")
    later = [{**each, "id": f"l{each['id']}", "author": f"l{each['author']}"} for each in later]
    found = only(hear(told(HOURLY, rise(at), later)), SignalKind.TREND)
    assert len({signal.id for signal in found}) == 1


def praised(day: float, place: str, author: str) -> dict[str, Any]:
    text = f"Première visite chez Velzanor avec mes élèves de {place}, accueil impeccable."
    return post(f"p{day}", text, START + timedelta(days=day), author)


def test_praise_in_nearly_the_same_words_is_told_once() -> None:
    visits = [praised(0.1, "Thiers", "a"), praised(3, "Lyon", "b"), praised(12, "Lyon", "c")]
    other = post(
        "o",
        "Franchement bravo aux équipes de Velzanor, ma fille roule.",
        START + timedelta(days=1),
        "d",
    )
    found = only(hear(told(visits, [other])), SignalKind.RECOGNITION)
    assert [signal.proofs[0].author for signal in found] == ["a", "d"]


def test_everybody_who_thanks_is_told() -> None:
    said = [
        post(f"m{n}", "Merci @claire_zelmont !", START + timedelta(hours=n), f"m{n}")
        for n in range(3)
    ]
    assert len(only(hear(said), SignalKind.THANKS)) == 3


def test_one_sentence_with_another_number_makes_nobody_a_voice() -> None:
    heard = [
        post(f"s{n}", f"Il fait {n} degrés et la côte est dure #cyclistes", START + timedelta(hours=n), "paul")
        for n in range(4)
    ]  # fmt: skip
    assert only(hear(told(HOURLY, heard)), SignalKind.VOICE) == []


def test_a_question_under_the_leaders_own_post_is_theirs_though_nobody_is_named() -> None:
    own = post("o", "Nous embauchons deux soudeurs", START, "claire_zelmont")
    said = [
        post("s", "Quel salaire ? #cyclistes", START + timedelta(hours=1), "jo", reply_to="o"),
        post("e", "Quel salaire ? #cyclistes", START + timedelta(hours=2), "al", reply_to="else"),
        post("t", "Ça va ? #cyclistes", START + timedelta(hours=3), "bo", reply_to="o"),
    ]
    answer = post("a", "2 100 euros.", START + timedelta(hours=5), "claire_zelmont", reply_to="s")
    found = only(hear(told([own], said, [answer])), SignalKind.QUESTION)
    assert [signal.proofs[0].id for signal in found] == ["s", "s"]
    assert [signal.state for signal in found] == [State.OPEN, State.ANSWERED]


def test_praise_that_is_put_to_the_leader_is_told_each_time() -> None:
    said = [
        post(f"m{n}", "Bravo @claire_zelmont, accueil impeccable chez Velzanor", START + timedelta(days=n), f"m{n}")
        for n in range(3)
    ]  # fmt: skip
    signals = hear(said)
    assert {signal.proofs[0].id for signal in signals} == {"m0", "m1", "m2"}


def test_who_insults_is_no_voice() -> None:
    texts = ["Le col est dur", "Une roue voilée", "Un frein neuf", "Une belle côte"]
    heard = [
        post(f"p{n}", f"{text}, bande d'abrutis #cyclistes", START + timedelta(hours=2 * n), "paul")
        for n, text in enumerate(texts)
    ]
    assert only(hear(told(HOURLY, heard)), SignalKind.VOICE) == []
