"""Learning a voice from ten thousand posts, and holding one post against it.

The least possible work is cutting each post into its words once, in the same run.
Times are the processor's, so that a busy machine shows the same figures.
"""

from collections.abc import Callable
from random import Random
from time import process_time

from firsthand.cli.benchmarks import Row, at_most
from firsthand.coach.voice import learn
from firsthand.coach.voice.features import mask, tokens

POSTS = 10_000
OTHERS = 10
JUDGED = 200
FIT, SCORE = 5.0, 2.0  # seconds for all posts, milliseconds a post


def run() -> list[Row]:
    """Give the time of a fit and of a score, and both against cutting into words."""
    chance = Random(0)  # noqa: S311 - made-up posts need no secrecy
    own = written(chance, POSTS)
    others = {f"other {i}": written(chance, POSTS // OTHERS) for i in range(OTHERS)}
    profile = learn(own[:200], others)  # compiled code is loaded outside the measure
    profile.score(own[0])
    fit = taken(lambda: learn(own, others))
    profile = learn(own, others)
    one = taken(lambda: [profile.score(text) for text in own[:JUDGED]]) / JUDGED
    fives = [own[i : i + 5] for i in range(0, JUDGED, 5)]
    five = taken(lambda: [profile.score(texts) for texts in fives]) / JUDGED
    least = taken(lambda: [tokens(mask(text)) for text in own]) / POSTS
    return [
        at_most("voice, learning from 10,000 posts", fit, "s", FIT),
        at_most("voice, one post", one * 1e3, "ms", SCORE),
        Row("voice, a post among five", five * 1e3, "ms"),
        Row("voice, learning a post / cutting it into words", fit / POSTS / least, "×"),
        Row("voice, one post / cutting it into words", one / least, "×"),
    ]


def taken(work: Callable[[], object]) -> float:
    """Give the shortest processor time of several runs of some work, in seconds."""
    times = []
    for _ in range(3):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def written(chance: Random, n: int) -> list[str]:
    """Make up posts of 10 to 40 words by somebody with favourite words and marks."""
    letters = "aeioubcdlmnprst"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(3_000)]
    often = [1 / (i + 1) for i in range(len(words))]
    marks = chance.choices([".", "!", " !", "…", ",", " #idea", " @anna", " 🙂"], k=4)
    return [
        " ".join(chance.choices(words, often, k=chance.randint(10, 40))).capitalize()
        + chance.choice(marks)
        for _ in range(n)
    ]
