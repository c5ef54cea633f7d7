"""Posts drawn evenly: all of few, some of many, the same ones in any order."""

from random import Random

from firsthand.records.message import Message
from firsthand.records.post import Post
from firsthand.standing.drawn import Drawn, latest, median


def posts(n: int) -> list[Post]:
    return [Post(text=str(at), id=str(at)) for at in range(n)]


def drawn(from_: list[Post], most: int = 100) -> Drawn:
    found = Drawn(most)
    for post in from_:
        found.see(post)
    return found


def test_of_few_all_are_there() -> None:
    assert drawn(posts(100)).posts == posts(100)
    said = Message("Half of them.", "La moitié.")()
    assert drawn(posts(100)).telling(said, 90) is said


def test_of_many_as_many_as_wanted_whatever_the_order() -> None:
    many = posts(10_000)
    shuffled = list(many)
    Random(3).shuffle(shuffled)
    ids = {post.id for post in drawn(many).posts}
    assert len(ids) == 100
    assert ids == {post.id for post in drawn(shuffled).posts}


def test_the_draw_is_even() -> None:
    places = [int(post.id) for post in drawn(posts(100_000), most=1_000).posts]
    assert abs(median(places) - 50_000) < 3_500
    assert abs(sum(place < 10_000 for place in places) - 100) < 40


def test_a_draw_is_told() -> None:
    said = drawn(posts(2_500)).telling(Message("Half of them.", "La moitié.")(), 90)
    assert said.text("en") == "Half of them. Measured on 90 of your 2,500 posts, drawn at random."


def test_the_same_text_without_an_id_counts_each_time() -> None:
    assert len(drawn([Post(text="Bonjour")] * 50).posts) == 50


def test_latest_are_the_five_latest() -> None:
    assert latest([Post(text="a")]) == ()
    assert len(latest(posts(9))) == 5
