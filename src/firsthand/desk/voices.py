"""A leader's voice on the desk: learnt beside the pages, kept until the archive changes.

The desk's second process learns (`step`); pages and the coach read what is kept.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.utils import timezone

from firsthand.coach.voice import Profile, from_bytes, learn, to_bytes
from firsthand.coach.voice.drift import drift
from firsthand.coach.voice.expressions import telling
from firsthand.coach.voice.features import mask, tokens
from firsthand.coach.voice.languages import sure
from firsthand.coach.voice.profile import Voice
from firsthand.desk.models import LearntVoice
from firsthand.library.changes import next_changed, state_of
from firsthand.people.models import Leader
from firsthand.records.errors import BadInput
from firsthand.records.post import Kind, Post, from_line
from firsthand.watch import hearing

READ = 20_000
"""The latest posts that are read for the drift over the years; the voice uses fewer."""
LATELY = 12
"""Latest posts that the page judges one by one, by a voice learnt without them."""
SPOKEN = 500
"""Latest posts in which the leader's most own turns are looked for."""
KNOWN, RIVALS = 30, 5
"""Posts from which one knows how somebody writes, and how many such people to compare with."""
RANKED, SHORTEST, OWN_WORDS = 300, 3, 12


@lru_cache(maxsize=8)
def loaded(leader: int, learnt: datetime | str | None) -> Profile | None:
    """Give the voice of a leader (by number) that was learnt at a moment, or None when none was."""
    if learnt is None:
        return None
    data = LearntVoice.objects.values_list("profile", flat=True).get(leader_id=leader)
    return from_bytes(bytes(data)) if data else None


def told(leader: Leader) -> LearntVoice | None:
    """Give what the page shows; ask for another learning when the archive has changed since."""
    kept = LearntVoice.objects.filter(leader=leader).defer("profile").first()
    if kept and kept.state != state_of(leader)[1]:
        LearntVoice.objects.filter(pk=kept.pk).update(state="")
    return kept


def forget(leader: Leader) -> None:
    """Forget a voice, with the posts its page shows: the archive it came from is gone."""
    LearntVoice.objects.filter(leader=leader).delete()


def step() -> bool:
    """Learn the voice of one leader whose archive has changed; False when there is none."""
    leader = next_changed("learnt_voice")
    if leader is None:
        return False
    _, state = state_of(leader)
    # Kept first, so that what cannot be learnt is not tried again and again.
    kept, _ = LearntVoice.objects.update_or_create(leader=leader, defaults={"state": state})
    learnt_from = [one.post for one in leader.posts.all()[:READ]][::-1]
    own = [post for post in learnt_from if post.kind is not Kind.REPOST and post.text.strip()]
    others = _others(leader)
    found = learn([post.text for post in own], others)
    kept.profile = to_bytes(found) if found.voices else None
    kept.told = _told(found, own, others)
    kept.at = timezone.now()
    kept.save()
    return True


def _others(leader: Leader) -> Mapping[str, list[str]]:
    """Give what other people around the leader wrote, by author, as far as the desk heard it.

    A few posts of many strangers tell less than the general background, and too surely:
    nothing then.
    """
    names = {handle.lstrip("@").casefold() for handle in leader.handles}
    found: dict[str, list[str]] = {}
    for line in hearing.lines(leader):
        post = _post(line)
        if post and post.author and post.author.lstrip("@").casefold() not in names:
            found.setdefault(post.author, []).append(post.text)
    known = {author: texts for author, texts in found.items() if len(set(texts)) >= KNOWN}
    return known if len(known) >= RIVALS else {}


def _post(line: Mapping[str, Any]) -> Post | None:
    try:
        return None if "evidence" in line or "trend" in line else from_line(line)
    except BadInput:
        return None


def _told(found: Profile, own: list[Post], others: Mapping[str, list[str]]) -> dict[str, Any]:
    """Give what the page shows, in plain values."""
    dated = [(post.at.year, post.text) for post in own if post.at]
    masked = [mask(post.text) for post in own[-SPOKEN:]] if found.voices else []
    each = list(zip(masked, sure(masked), strict=True))
    return {
        "n": found.n,
        "years": [asdict(step) for step in drift(dated)],
        "posts_of_years": sorted(Counter(year for year, _ in dated).items()),
        "voices": [
            {"lang": lang, "n": voice.n, "heard": voice.heard, "general": voice.general}
            for lang, voice in found.voices.items()
        ],
        "own_words": {
            lang: _own_words(voice, [text for text, spoken in each if spoken in {lang, None}])
            for lang, voice in found.voices.items()
        },
        "lately": _lately(own, others),
    }


def _own_words(voice: Voice, masked: list[str]) -> list[str]:
    """Give the leader's most own turns: frequent words only, so that no subject passes for them."""
    ranked, _ = telling([(voice.experts.lenses["words"], masked)], RANKED)
    plain = [turn for turn in ranked if all(word.lower() in voice.common for word in tokens(turn))]
    whole = {turn.casefold(): turn for turn in reversed(plain) if len(turn) >= SHORTEST}
    return list(reversed(whole.values()))[:OWN_WORDS]


def _lately(own: list[Post], others: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    """Judge the latest posts by a voice that has not seen them."""
    latest = list({post.text: post for post in own[-2 * LATELY :]}.values())[-LATELY:]
    texts = {post.text for post in latest}  # the same on another network is the same
    before = learn([post.text for post in own if post.text not in texts], others)
    found = []
    for post in reversed(latest):
        seen = before.score(post.text)
        if seen.p is not None:
            values: dict[str, Any] = {
                "text": post.text,
                "at": post.at.isoformat() if post.at else None,
            }
            values |= {"p": seen.p, "low": seen.low, "high": seen.high}
            found.append({**values, "for": seen.for_, "against": seen.against})
    return found
