"""Matching a stream of posts against 225,000 queries of 1,000 leaders, on one core.

The least possible work is decoding the same lines into a minimal record.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from random import Random
from time import perf_counter

import msgspec
import orjson

from firsthand.cli.benchmarks import Row, at_least, at_most, seconds
from firsthand.cli.benchmarks.imports import made_up
from firsthand.records.query import Query

LEADERS, EACH = 1_000, 225
POSTS, BATCH = 60_000, 4_096
_SYLLABLES = "ba ber car dan del fa gal ha jo ka lan ma mel no per ri sol ta vi zan dre"
NAMED = 0.3
"""Share of the made-up posts that name a leader."""


def run() -> list[Row]:
    """Give posts a second, memory, and how soon a query added while running counts."""
    script = "from firsthand.cli.benchmarks.match import measure; measure()"
    told = subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(told.stdout)
    return [
        at_least("posts against 225,000 queries", found["rate"], "posts/s", 60_000),
        Row("matching / decoding alone", found["ratio"], "×"),
        Row("matches a post", found["matches"], ""),
        Row("reading the queries", found["reading"], "s"),
        Row("building the index", found["building"], "s"),
        at_most("a new query counts after", found["adding"], "s", 1),
        at_most("memory", found["memory"], "MB", 2_048),
    ]


class _Line(msgspec.Struct):
    """The least that a post has to say."""

    text: str
    id: str = ""


def measure() -> None:
    """Print the figures as JSON."""
    from firsthand.listen.match.matcher import Batch, Matcher
    from firsthand.listen.match.parser import parse

    written = list(_queries())
    start = perf_counter()
    queries = [Query(name, parse(text), leader=name.split(":")[0]) for name, text in written]
    reading = perf_counter() - start
    start = perf_counter()
    matcher = Matcher.of(queries)
    building = perf_counter() - start
    texts = list(_texts())
    parts = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
    batches = [Batch(part, langs=["fr"] * len(part)) for part in parts]
    count = sum(matcher.match(batch).posts.size for batch in batches)
    took = seconds(lambda: [matcher.match(batch) for batch in batches])
    lines = [orjson.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    decode = msgspec.json.Decoder(_Line).decode
    least = seconds(lambda: [decode(line) for line in lines])
    start = perf_counter()
    matcher.add([Query("new", parse('"une requête nouvelle" NEAR/3 usine'))])
    matcher.match(Batch(["rien"]))
    figures = {
        "rate": len(texts) / took,
        "ratio": took / least,
        "matches": count / len(texts),
        "reading": reading,
        "building": building,
        "adding": perf_counter() - start,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    sys.stdout.write(json.dumps(figures))


def _names() -> list[tuple[str, str, str]]:
    """Give a first name, a family name and a company for each leader, all made up."""
    random = Random(3)  # noqa: S311 (made-up names need no secrecy)
    syllables = _SYLLABLES.split()
    firsts = ["".join(random.choices(syllables, k=2)).title() for _ in range(150)]

    def name() -> str:
        return "".join(random.choices(syllables, k=4)).title()

    return [(random.choice(firsts), name(), name()) for _ in range(LEADERS)]


def _queries() -> Iterator[tuple[str, str]]:
    """Give queries as leaders' advisers write them: names, companies, topics, people."""
    random = Random(4)  # noqa: S311 (made-up queries need no secrecy)
    words = sorted({word for post in made_up(3_000) for word in post.text.split() if len(word) > 4})
    for number, (first, last, company) in enumerate(_names()):
        name, tag = f'"{first} {last}"', f"#{first}{last}"
        for each in range(EACH):
            one, two, three = random.choices(words, k=3)
            kind = each % 8
            yield (
                f"{number}:{each}",
                (
                    f"{name} OR {tag} OR @{last.lower()} OR {last[:-1]} NEAR/5 {company}",
                    f"{name} AND {one}",
                    f'{company} AND ("{one} {two}" OR {three}) AND NOT lang:de',
                    f'"{one} {two}" OR "{two} {three}"',
                    f'"{one} {two} {three}" AND network:x',
                    f"{company} NEAR/8 ({one} OR {two})",
                    f"from:(user{number}a user{each}b) AND {one}",
                    f"({last} OR {company}) AND {one} AND lang:fr",
                )[kind],
            )


def _texts() -> Iterator[str]:
    random = Random(5)  # noqa: S311 (made-up posts need no secrecy)
    names = _names()
    for post in made_up(POSTS):
        if random.random() < NAMED:
            first, last, company = random.choice(names)
            yield f"{post.text} {random.choice((f'{first} {last}', company, f'#{first}{last}'))}"
        else:
            yield post.text
