"""What rises against its own past."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from firsthand.listen.trends import Trends
from firsthand.listen.trends.everyday import Everyday
from firsthand.listen.trends.signs import signs
from firsthand.records.post import Post

START = datetime(2026, 5, 4, tzinfo=UTC)
EVERYDAY = ["réunion", "budget", "équipe", "client", "projet", "usine", "qualité", "énergie"]


def ordinary(days: int, seed: int = 1) -> list[Post]:
    random = Random(seed)
    return [
        Post(
            text=" ".join(random.sample(EVERYDAY, 3)), id=f"o{seed}-{hour}-{at}",
            author=f"a{random.randint(1, 30)}", at=START + timedelta(hours=hour, minutes=at * 9),
        )
        for hour in range(24 * days)
        for at in range(4)
    ]  # fmt: skip


def burst(at: datetime, count: int) -> list[Post]:
    return [
        Post(
            text="Pénurie de cuivre annoncée #Cuivre https://example.com/cuivre", id=f"b{n}",
            author=f"b-author{n}", at=at + timedelta(minutes=5 * n),
        )
        for n in range(count)
    ]  # fmt: skip


def test_the_signs_of_a_post() -> None:
    found = signs(Post(text="L'usine de #TopChef ferme https://www.example.com/a/"))
    assert {"usine", "#topchef", "example.com/a", "ferme"} <= set(found)
    assert "de" not in found


def test_everyday_words_do_not_rise() -> None:
    trends = Trends()
    trends.add(ordinary(7))
    assert trends.rising(START + timedelta(days=7)) == []


def test_what_rises_is_one_subject_with_its_start_and_samples() -> None:
    trends = Trends()
    trends.add(ordinary(7))
    now = START + timedelta(days=7)
    trends.add(burst(now, 12))
    (subject,) = trends.rising(now + timedelta(hours=1))
    assert {"cuivre", "#cuivre", "penurie", "example.com/cuivre"} <= set(subject.terms)
    assert subject.started is not None
    assert subject.started.author == "b-author0"
    assert subject.voices == 12
    assert subject.samples
    assert subject.usual < 1


def test_one_account_alone_makes_no_trend() -> None:
    trends = Trends()
    trends.add(ordinary(3))
    now = START + timedelta(days=3)
    alone = [Post(text=p.text, id=p.id, author="x", at=p.at) for p in burst(now, 30)]
    trends.add(alone)
    assert trends.rising(now + timedelta(hours=2)) == []


def test_what_rose_last_week_is_no_news_today() -> None:
    trends = Trends()
    trends.add(ordinary(2))
    trends.add(burst(START + timedelta(days=2), 12))
    assert trends.rising(START + timedelta(days=4)) == []


def test_saved_it_goes_on_as_in_one_run() -> None:
    posts = [*ordinary(3), *burst(START + timedelta(days=3), 9)]
    whole, pieces = Trends(), Trends()
    whole.add(posts)
    for at in range(0, len(posts), 50):
        pieces.add(posts[at : at + 50])
        pieces = Trends.load(pieces.state())
    now = START + timedelta(days=3, hours=1)
    assert pieces.rising(now) == whole.rising(now) != []


@pytest.mark.parametrize("everyday", [None, Everyday()])
def test_what_is_said_under_a_post_belongs_to_its_subject(everyday: Everyday | None) -> None:
    trends = Trends(everyday=everyday)
    trends.add(ordinary(7))
    now = START + timedelta(days=7)
    news = burst(now, 12)
    said = [
        Post(
            text=f"Franchement lamentable, {n}", id=f"r{n}", author=f"r-author{n}",
            at=now + timedelta(minutes=5 * n + 1), reply_to=f"b{n}",
        )
        for n in range(12)
    ]  # fmt: skip
    trends.add(sorted([*news, *said], key=lambda post: str(post.at)))
    (subject,) = trends.rising(now + timedelta(hours=1))
    assert {"cuivre", "lamentable"} <= set(subject.terms)


def test_signs_of_a_large_subject_are_one_though_each_keeps_other_posts() -> None:
    trends = Trends()
    trends.add(ordinary(7))
    now = START + timedelta(days=7)
    first, second = burst(now, 30), burst(now + timedelta(hours=2), 10)
    again = [
        Post(text="Le cuivre : à Lyon, la grève", id=f"s{p.id}", author=f"s{p.author}", at=p.at)
        for p in second
    ]
    trends.add([*first, *again])
    assert len(trends.rising(now + timedelta(hours=3))) == 1


def test_who_has_room_for_few_signs_remembers_with_others_what_is_usual() -> None:
    now = START + timedelta(days=7)
    passing = [
        Post(text=f"mot{n} autre{n} encore{n}", id=f"p{n}", author=f"p{n}", at=now)
        for n in range(40)
    ]
    usual = [
        Post(text="usine", id=f"m{n}", author=f"m{n}", at=now + timedelta(minutes=10 * n))
        for n in range(1, 7)
    ]
    alone, together = Trends(room=100), Trends(room=100, everyday=Everyday())
    for trends in (alone, together):
        trends.add([*ordinary(7), *passing, *usual])
    later = now + timedelta(hours=1.1)
    assert [subject.terms for subject in alone.rising(later)] == [("usine",)]
    assert together.rising(later) == []


def test_what_is_usual_is_saved_and_counts_a_post_once() -> None:
    everyday = Everyday()
    for hour in range(900):
        for _ in range(2):
            everyday.add(f"p{hour}", ["usine"] if hour % 3 else ["usine", "grève"], 1200.0 * hour)
        everyday = Everyday.load(everyday.state())
    assert everyday.share("usine", 1200.0 * 900) == pytest.approx(1.0)
    assert everyday.share("grève", 1200.0 * 900) == pytest.approx(1 / 3, abs=0.02)
    assert everyday.share("inconnu", 1200.0 * 900) == 0.0
