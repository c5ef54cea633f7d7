"""Posts that say the same thing, grouped."""

from collections import Counter, defaultdict
from random import Random

import numpy as np
import pytest

from firsthand.listen.stories import Stories, keys
from firsthand.listen.stories.memory import SLOTS, SPREAD, TURN, UNKNOWN
from firsthand.records.post import Post

SAID = [
    "Ateliers Martin ferme son usine de Lyon",
    "L'usine Ateliers Martin à Lyon va fermer",
    "Seahawks win the Super Bowl",
    "Ferme ou pas ? L'usine de Lyon des Ateliers Martin",
    "What a Super Bowl! Seahawks winning it all",
    "Un chat sur un toit brûlant",
]


def posts(*texts: str) -> list[Post]:
    return [Post(text=text, id=str(at)) for at, text in enumerate(texts)]


def test_the_same_thing_said_in_other_words() -> None:
    a, b, c, d, e, f = Stories(1000).add(posts(*SAID))
    assert a == b == d
    assert c == e
    assert len({a, c, f}) == 3


def test_reposts_quotes_and_links_say_it_again() -> None:
    stories = Stories(1000)
    first, _, again, quote, link, same = stories.add(
        [
            Post(text="La direction dément", id="1"),
            Post(text="Il pleut sur Nantes", id="2", url="https://example.com/pluie?utm_source=x"),
            Post(text="", id="3", repost_of="1"),
            Post(text="Tiens donc", id="4", quote_of="3"),
            Post(text="Bof http://www.example.com/pluie/", id="5"),
            Post(text="À lire", links=("https://example.com/pluie#bas",), id="6"),
        ]
    )
    assert first == again == quote
    assert link == same != first


@pytest.mark.parametrize("link", ["https://example.com/", "http://www.example.com"])
def test_a_front_page_binds_nothing(link: str) -> None:
    assert keys(Post(text=f"Voir {link}")) == []


def test_what_left_the_window_is_forgotten() -> None:
    stories = Stories(1000)
    (first,) = stories.add(posts("Une rumeur court sur la fusion"))
    stories.add([Post(text=f"sujet{n} chose{n}") for n in range(1000)])
    (later,) = stories.add(posts("Une rumeur court sur la fusion"))
    assert first != later


def made_up(count: int, seed: int = 3) -> list[Post]:
    random = Random(seed)
    about = [[f"s{story}w{n}" for n in range(8)] for story in range(40)]
    texts = []
    for number in range(count):
        words = random.sample(about[number % 40], 5) + [f"w{random.randint(1, 300)}" for _ in "12"]
        random.shuffle(words)
        texts.append(" ".join(words))
    return posts(*texts)


def test_known_stories_are_found() -> None:
    names = Stories(2000).add(made_up(1200))
    given = defaultdict(set)
    for number, name in enumerate(names):
        given[number % 40].add(name)
    assert all(len(found) == 1 for found in given.values())
    assert len(set(names)) == 40


def test_cut_and_saved_it_goes_on_as_in_one_run() -> None:
    batches = [made_up(400, seed)[:] for seed in range(9)]
    whole, pieces = Stories(1000), Stories(1000)
    for batch in batches:
        expected = whole.add(batch)
        pieces = Stories.load(pieces.state())
        assert pieces.add(batch) == expected
        assert pieces.joined == whole.joined


def test_memory_stays_sound_as_the_window_moves() -> None:
    stories = Stories(1000)
    for seed in range(30):
        stories.add(made_up(700, seed))
    memory = stories._memory
    held: dict[tuple[int, int], int] = defaultdict(int)
    for place in range(1000):
        for term in memory.terms[place, : memory.terms_of[place]].tolist():
            held[term, int(memory.story[place])] += 1
    stored = {
        (term, int(story) - 1): int(count)
        for term in np.flatnonzero(memory.words[:, SPREAD]).tolist()
        for story, count in memory.words[term, :TURN].reshape(2, SLOTS).T
        if story
    }
    # A term gives up stories where it is rare, so what is stored may be less, never more.
    assert all(0 < count <= held[pair] for pair, count in stored.items())
    assert sum(stored.values()) > 0.5 * sum(held.values())
    assert memory.size.sum() == 1000
    assert int(memory.words[:, SPREAD].sum()) == sum(held.values())


def test_joined_tells_what_became_part_of_what() -> None:
    stories = Stories(1000)
    words = [f"mot{n}" for n in range(12)]
    left, right = " ".join(words[:6]), " ".join(words[6:])
    a = stories.add(posts(left))[0]
    b = stories.add([Post(text=right, id="r")])[0]
    assert a != b
    stories.add([Post(text=" ".join(words[3:9]), id=f"m{n}") for n in range(6)])
    assert all({old, new} & {a, b} for old, new in stories.joined)


def test_hostile_texts_change_nothing_for_the_others() -> None:
    hostile = ["x" * 1_000_000, "\ud800\x00", " ", "a b " * 200_000, "@" * 5000, "http" * 5000]
    stories = Stories(1000)
    names = stories.add([*posts(*SAID), *[Post(text=text) for text in hostile]])
    assert names[0] == names[1] == names[3]
    assert names[2] == names[4]
    assert len({names[0], names[2], names[5], *names[6:]}) >= 6


def test_more_posts_than_the_window_at_once() -> None:
    assert len(Stories(1000).add(made_up(2500))) == 2500
    assert Stories(1000).add([]) == []


def test_asking_less_later_leaves_fewer_posts_alone() -> None:
    random = Random(8)
    texts = [
        " ".join(random.sample([f"s{at % 20}w{n}" for n in range(30)], 3)) + f" x{at} y{at} z{at}"
        for at in range(600)
    ]

    def alone(later: float) -> int:
        names = Stories(1000, later=later).add(posts(*texts))
        return sum(count == 1 for count in Counter(names).values())

    assert alone(0.6) < alone(1.0)


def test_a_word_in_every_post_says_nothing_and_breaks_nothing() -> None:
    stories = Stories(8000)
    said = [[f"s{n % 500}w{k}" for k in range(4)] for n in range(6000)]
    names = stories.add([Post(text=" ".join(["partout", *words])) for words in said])
    assert 490 < len(set(names)) <= 500
    memory = stories._memory
    for held in (memory.fits, memory.weights[memory.weights != UNKNOWN]):
        assert np.isfinite(held).all()
        assert held.min() >= 0
