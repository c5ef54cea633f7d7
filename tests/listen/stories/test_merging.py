"""Two states of stories made one: what is true of the whole is true of the merged halves."""

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.listen.stories import Stories
from firsthand.listen.stories.memory import SPREAD
from firsthand.records.post import Post

ABOUT = [[f"s{story}w{n}" for n in range(7)] for story in range(30)]


def apart(count: int, seed: int) -> list[Post]:
    """Give posts of thirty stories that share no word."""
    random = Random(seed)
    texts = (" ".join(random.sample(random.choice(ABOUT), 6)) for _ in range(count))
    return [Post(text=text, id=f"{seed}-{at}") for at, text in enumerate(texts)]


def grouped(names: list[int]) -> set[frozenset[int]]:
    return {frozenset(at for at, n in enumerate(names) if n == name) for name in set(names)}


def merged(first: list[Post], second: list[Post], window: int = 1000) -> Stories:
    one, other = Stories(window), Stories(window)
    one.add(first)
    other.add(second)
    one.absorb(other.state())
    return one


def spread(stories: Stories) -> list[int]:
    counts: list[int] = stories._memory.words[:, SPREAD].tolist()
    return counts


@settings(max_examples=15, deadline=None)
@given(cut=st.integers(0, 300), seed=st.integers(0, 99))
def test_merged_halves_give_the_whole_where_stories_are_apart(cut: int, seed: int) -> None:
    posts = apart(300, seed)
    whole = Stories(1000)
    whole.add(posts)
    halves = merged(posts[:cut], posts[cut:])
    assert grouped(halves.remembered()) == grouped(whole.remembered())
    assert spread(halves) == spread(whole)


def test_names_tell_what_became_of_every_story() -> None:
    first, second = apart(200, 1), apart(200, 2)
    one, other = Stories(1000), Stories(1000)
    mine, theirs = one.add(first), other.add(second)
    names, joined = one.absorb(other.state()), dict(one.joined)
    told = [joined.get(name, name) for name in mine] + [names[name] for name in theirs]
    assert told == one.remembered()


def test_a_repost_finds_its_post_in_the_other_half() -> None:
    rain, denial = "Il pleut sur Nantes depuis hier", "La direction dément toute fermeture"
    one = merged(
        [Post(text=denial, id="a"), Post(text=rain, id="b")],
        [Post(text="", id="c", repost_of="a"), Post(text="Vraiment ?", quote_of="b", id="d")],
    )
    a, b, c, d = one.remembered()
    assert (c, d) == (a, b)
    assert a != b


def test_what_is_merged_goes_on() -> None:
    one = merged(apart(150, 1), apart(150, 2))
    again = Stories.load(one.state())
    more = apart(100, 3)
    names = one.add(more)
    assert again.add(more) == names
    assert len(set(one.remembered())) == len(ABOUT)
    (last,) = one.add([Post(text="", id="x", repost_of="2-0")])
    assert last == one.remembered()[150]


def test_the_window_holds_when_halves_are_more_than_it() -> None:
    one = merged(apart(900, 1), apart(900, 2))
    whole = Stories(1000)
    whole.add([*apart(900, 1), *apart(900, 2)])
    assert len(one.remembered()) == 1000
    assert spread(one) == spread(whole)
    assert grouped(one.remembered()) == grouped(whole.remembered())


def test_an_empty_half_changes_nothing() -> None:
    posts = apart(300, 4)
    alone = Stories(1000)
    names = alone.add(posts)
    assert merged(posts, []).remembered() == names
    assert grouped(merged([], posts).remembered()) == grouped(names)


def test_halves_alike_but_not_the_same() -> None:
    """Posts of a story share half their words; the merged halves find it as the whole does."""
    random = Random(5)
    posts = []
    for number in range(600):
        said = random.sample(ABOUT[number % 30], 4) + [f"w{random.randint(1, 200)}" for _ in "123"]
        posts.append(Post(text=" ".join(said)))
    whole = Stories(1000)
    whole.add(posts)
    halves = merged(posts[:300], posts[300:])
    pairs = set(zip(whole.remembered(), halves.remembered(), strict=True))
    # One name there for each name here, but for a few posts that could go either way.
    assert len(pairs) <= 1.1 * len(set(whole.remembered()))
    assert np.bincount(halves.remembered()).max() <= 25
