"""Topic must not pass for voice: two real persons on one and the same subject."""

import csv
import html
import re
from datetime import datetime

import pytest

from firsthand.coach.voice import learn

NAMES = ("realDonaldTrump", "BarackObama")
SUBJECT = re.compile(
    r"\b(health|jobs?|econom\w+|taxes|tax|vote\w*|congress|senate)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def posts(shared):
    return {name: read(shared(f"data/voice/{name}.csv")) for name in NAMES}


def read(path):
    with path.open(encoding="mac_roman", newline="") as file:
        rows = [
            (datetime.strptime(r["created_at"], "%m/%d/%y %H:%M"), r) for r in csv.DictReader(file)
        ]
    return [html.unescape(row["text"]) for _, row in sorted(rows, key=lambda each: each[0])]


def outranks(own, other):
    """Give how often an own post is found likelier than the other's: the AUC."""
    return sum((a > b) + (a == b) / 2 for a in own for b in other) / (len(own) * len(other))


@pytest.mark.parametrize(("leader", "rival"), [NAMES, NAMES[::-1]])
def test_posts_on_one_subject_are_told_apart(posts, leader, rival):
    """Neither side teaches the subject: its posts are judged, never learnt from."""
    about = {name: [t for t in posts[name] if SUBJECT.search(t)] for name in NAMES}
    rest = {name: [t for t in posts[name] if not SUBJECT.search(t)] for name in NAMES}
    profile = learn(rest[leader][:400], {rival: rest[rival][:400]})
    own = [profile.score(text).p for text in about[leader][-100:]]
    other = [profile.score(text).p for text in about[rival][-100:]]
    assert outranks(own, other) > 0.95


@pytest.mark.parametrize(("leader", "rival"), [NAMES, NAMES[::-1]])
def test_the_rival_on_the_leaders_subject_does_not_pass_for_the_leader(posts, leader, rival):
    """The leader taught the subject and is judged on all others; the rival only on it."""
    about = {name: [t for t in posts[name] if SUBJECT.search(t)] for name in NAMES}
    rest = {name: [t for t in posts[name] if not SUBJECT.search(t)] for name in NAMES}
    profile = learn(about[leader][:300], {rival: rest[rival][:300]})
    own = [profile.score(text).p for text in rest[leader][-100:]]
    other = [profile.score(text).p for text in about[rival][-100:]]
    assert outranks(own, other) > 0.85
