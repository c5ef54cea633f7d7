"""What the coach knows on the desk: everything that the desk knows, and anew once it changes."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firsthand.coach.settings import Action, Change
from firsthand.desk import coaching, drafts, tuning, voices
from firsthand.desk.models import Draft, LearntVoice
from firsthand.library.shelf import shelve
from firsthand.people.models import Leader, Member, User
from firsthand.plan import strategy
from firsthand.records.clock import FixedClock
from firsthand.records.errors import Corrupt
from firsthand.records.post import Post
from firsthand.records.strategy_file import read
from firsthand.watch.hearing import feed

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
CLOCK = FixedClock(NOW)


@pytest.fixture
def ann(member: Member) -> User:
    return member.user


@pytest.fixture
def draft(leader: Leader, ann: User) -> Draft:
    return drafts.begin(leader, ann, text="La cantine rouvre lundi.", networks=["x", "mastodon"])


def known(leader: Leader, draft: Draft) -> coaching.Context:
    return coaching.context(leader, draft, drafts.find(leader, draft.pk).ledger, CLOCK)


def own(n: int, days: float = 1.0, **more: object) -> Post:
    text = str(more.pop("text", f"Ce matin, la cantine numéro {n} a rouvert ses portes."))
    at = NOW - timedelta(days=days, minutes=n)
    return Post(text=text, id=f"own-{n}", at=at, network="mastodon", author="claire", **more)  # type: ignore[arg-type]


def heard(text: str, name: str = "h1", days: float = 1) -> dict[str, str]:
    at = (NOW - timedelta(days=days)).isoformat()
    return {"id": name, "text": text, "author": "lea", "at": at}


def test_an_empty_desk_knows_nothing_and_says_so(leader: Leader, draft: Draft) -> None:
    context = known(leader, draft)
    assert context.strategy is context.own is context.heard is context.profile is None
    assert context.unanswered == context.trends == context.signals == ()
    assert [target.network for target in context.targets] == ["x", "mastodon"]
    assert [target.limit for target in context.targets] == [None, None]


def test_what_was_heard_reaches_the_coach(leader: Leader, draft: Draft) -> None:
    leader.accounts.create(network="x", handle="@claire")
    evidence = [{"text": "L'usine ferme ?"}, {"text": "L'usine, c'est fini."}]
    feed(
        leader,
        [
            heard("@claire, la cantine rouvre-t-elle lundi ?"),
            {"kind": "rumour", "at": NOW.isoformat(), "evidence": evidence},
            {"trend": "#cantine", "state": "rising"},
        ],
    )
    context = known(leader, draft)
    assert context.heard is not None
    assert [post.id for post in context.unanswered] == ["h1"]
    assert [signal.phrases for signal in context.signals] == [("usine",)]
    assert [trend.term for trend in context.trends] == ["#cantine"]


def test_an_answer_in_the_library_ends_a_question(leader: Leader, draft: Draft) -> None:
    leader.accounts.create(network="x", handle="claire")
    feed(leader, [heard("@claire quand rouvre la cantine ?")])
    assert len(known(leader, draft).unanswered) == 1
    shelve(leader, [own(1, text="Lundi.", reply_to="h1")])
    assert known(leader, draft).unanswered == ()


def test_what_was_heard_later_is_heard(leader: Leader, draft: Draft) -> None:
    feed(leader, [heard("Un.")])
    first = known(leader, draft).heard
    feed(leader, [heard("Un."), heard("Deux.", "h2")])
    again = known(leader, draft).heard
    assert first is not None
    assert again is not None
    assert (len(first), len(again)) == (1, 2)


def test_a_new_version_of_the_strategy_holds_at_once(leader: Leader, draft: Draft) -> None:
    for name in ("Former", "Réparer"):
        strategy.save(leader, read(f'[[topics]]\nname = "{name}"\n'))
        plan = known(leader, draft).strategy
        assert plan is not None
        assert [topic.name for topic in plan.topics] == [name]


def test_a_check_that_was_muted_is_silent_at_once(leader: Leader, ann: User, draft: Draft) -> None:
    assert not known(leader, draft).settings.muted
    mute = Change(action=Action.MUTE, check="jargon", reason="Notre métier.")
    tuning.change(leader.organisation, mute, ann)
    assert set(known(leader, draft).settings.muted) == {"jargon"}


def test_an_account_that_has_written_longer_posts_may_do_so_again(
    leader: Leader, draft: Draft
) -> None:
    shelve(leader, [own(7, text="La cantine. " * 60)])
    limits = {target.network: target.limit for target in known(leader, draft).targets}
    assert limits == {"x": None, "mastodon": 720}


def test_a_long_reply_says_nothing_of_the_limit() -> None:
    long = "La cantine. " * 60
    reply = Post(text=long, network="mastodon", reply_to="1")
    assert coaching.limits([reply, Post(text=long, network="")]) == {}
    assert coaching.limits([Post(text=long, network="x")]) == {"x": 25_000}


def test_a_key_costs_few_questions_to_the_database(leader: Leader, draft: Draft) -> None:
    shelve(leader, [own(n) for n in range(60)])
    feed(leader, [heard("Un.")])
    ledger = drafts.find(leader, draft.pk).ledger
    coaching.beside(leader, draft, ledger, CLOCK)
    with CaptureQueriesContext(connection) as asked:
        coaching.beside(leader, draft, ledger, CLOCK)
    assert len(asked) <= 3


def learn(leader: Leader, many: int) -> LearntVoice:
    words = ("prix", "écoles", "trains", "fermes", "ports", "forêts", "villes", "routes")
    pairs = [(one, other) for one in words for other in words if one != other]
    said = [f"Je crois que les {a} et les {b} comptent, n'est-ce pas ?" for a, b in pairs[:many]]
    shelve(leader, [own(n, days=n, text=text) for n, text in enumerate(said)])
    assert voices.step()
    found = voices.told(leader)
    assert found is not None
    return found


def test_a_voice_is_learnt_beside_the_pages_and_reaches_the_coach(
    leader: Leader, draft: Draft
) -> None:
    assert known(leader, draft).profile is None
    found = learn(leader, 56)
    assert found.told["n"] >= 50
    assert found.told["voices"][0]["general"]
    profile = known(leader, draft).profile
    assert profile is not None
    assert profile.score("Je crois que les ports comptent, n'est-ce pas ?").p is not None
    assert not voices.step()


def test_too_few_posts_are_told_and_not_tried_again(leader: Leader, draft: Draft) -> None:
    found = learn(leader, 5)
    assert (found.told["n"], found.told["voices"]) == (5, [])
    assert known(leader, draft).profile is None
    assert not voices.step()


def test_a_voice_is_learnt_again_once_the_archive_changed(leader: Leader) -> None:
    learn(leader, 5)
    shelve(leader, [own(99, days=0)])
    voices.told(leader)  # seen in passing
    assert voices.step()


def test_a_damaged_voice_stops_loudly(leader: Leader, draft: Draft) -> None:
    LearntVoice.objects.create(leader=leader, profile=b"no voice", at=NOW)
    with pytest.raises(Corrupt):
        known(leader, draft)
