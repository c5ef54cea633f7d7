"""Evidence from an archive: what counts, whose it is, how it is kept."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from firsthand.records.post import Post
from firsthand.standing.evidence import gather, restore, written_by
from firsthand.standing.readiness.verdict import as_json

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def posts(n: int, text: str = "Nous devons réparer, je crois.", **more: Any) -> list[Post]:
    made = {"author": "ada", "network": "x", "lang": "fr", **more}
    return [
        Post(text=text, id=f"{made['author']}{at}", at=NOW - timedelta(days=7 * at), **made)
        for at in range(n)
    ]


def test_a_blog_has_no_replies() -> None:
    articles = posts(60, title="Réparer", network="blog")
    assert gather(articles, NOW)["replies"].n == 0
    replies = posts(50, reply_to_author="grace", author="Ada")
    assert gather([*articles, *replies], NOW)["replies"].value == 1.0


def linkedin(n: int, **more: Any) -> list[Post]:
    return posts(n, network="linkedin", **more)


def test_whether_one_answers_is_unknown_where_the_export_keeps_answers_elsewhere() -> None:
    found = gather(linkedin(60), NOW)["replies"]
    assert found.value is None
    assert "Comments.csv" in found.said.text("en")
    assert gather(posts(60, network="blog"), NOW)["replies"].value is None
    alone = linkedin(60, reply_to="urn:li:activity:7")
    assert gather(alone, NOW)["replies"].value is None, "comments without the posts beside them"
    assert gather(posts(60), NOW)["replies"].value == 0.0, "on X answers and posts come together"


def test_the_answers_of_one_network_do_not_stand_for_another() -> None:
    answers = posts(20, reply_to_author="grace")
    spoken = posts(60, author="ada2")
    assert gather([*answers, *spoken, *linkedin(300)], NOW)["replies"].value == 20 / 80
    comments = linkedin(100, author="ada3", reply_to="urn:li:activity:7")
    both = gather([*answers, *spoken, *linkedin(300), *comments], NOW)["replies"]
    assert (both.value, both.n) == (120 / 480, 480)


def test_posts_by_others_count_for_nothing_but_what_they_were_answered() -> None:
    attacks = posts(12, "You are a liar and a thief.", author="troll", lang="en")
    answers = [
        Post(text="I see it otherwise, and here is why.", id=f"a{at}", author="ada", network="x",
             reply_to=f"troll{at}", reply_to_author="troll")
        for at in range(12)
    ]  # fmt: skip
    found = gather([*attacks, *answers], NOW, mine=written_by(["@Ada"]))
    assert found["presence"].n == 12
    assert found["hostile_answers"].value == 1.0
    assert found["heat"].n == 12


def test_opinions_and_news_are_told_apart_by_whole_words() -> None:
    own = posts(20, "Je pense que réparer vaut mieux.")
    news = posts(15, "Nous lançons la nouvelle gamme.", author="ada2")
    named = posts(5, "Solvane ouvre un atelier.", author="ada3")
    neither = posts(9, "Il pleut ; je penserai à demain.", author="ada4")
    both = posts(7, "Je pense à vous : nous lançons demain.", author="ada5")
    found = gather([*own, *news, *named, *neither, *both], NOW, organisation=["Solvane"])
    assert (found["opinion"].value, found["opinion"].n) == (0.5, 40)
    assert gather([*own, *news, *named], NOW)["opinion"].n == 35


def test_a_large_archive_is_sampled_where_dear_and_says_so() -> None:
    found = gather(posts(3_000, "Le soir tombe sur la plaine et personne ne parle."), NOW)
    assert found["length"].value == 10
    assert found["length"].said.text("en") == (
        "Half of your posts have 10 words or fewer. "
        "Measured on 1,000 of your 3,000 posts, drawn at random."
    )
    assert found["thanks"].n == 3_000


def test_evidence_comes_back_as_it_was_kept() -> None:
    found = gather(posts(60), NOW)
    kept = json.loads(json.dumps(as_json(found)))
    again = restore({**kept, "measured no more": {}})
    assert as_json(again) == as_json(found)
    assert again["thanks"].said.text("fr") == found["thanks"].said.text("fr")
