"""Links, mentions, hashtags and cashtags, found as X finds them.

The rules are those that twitter-text publishes as conformance cases.
"""

from dataclasses import dataclass
from typing import Literal

import regex

from firsthand.text.links import DIRECTIONAL, LATIN, SPACES, links

EntityKind = Literal["url", "mention", "hashtag", "cashtag"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A span of a text that networks treat apart.

    `text` is a link as written, or a name without its sign; `slug` is the list
    that a mention names, with its slash. The span counts characters.
    """

    kind: EntityKind
    text: str
    start: int
    end: int
    slug: str = ""


_TAG_EXTRA = "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_TAG_CHAR = rf"\p{{L}}\p{{M}}\p{{Nd}}{_TAG_EXTRA}"
_HASHTAG = regex.compile(
    rf"(?:^|\ufe0e|\ufe0f|(?<![&{_TAG_CHAR}]))[#＃](?!\ufe0f|\u20e3)"
    rf"([{_TAG_CHAR}]*[\p{{L}}\p{{M}}][{_TAG_CHAR}]*+)(?![#＃]|://)"
)
_MENTION = regex.compile(
    r"(?:^|(?<![a-zA-Z0-9_!#$%&*@＠])|(?<=(?:^|[^a-zA-Z0-9_+~.-])rt:?))"
    rf"[@＠]([a-z0-9_]{{1,20}}+)(/[a-z][a-z0-9_-]{{0,24}}+)?+(?![@＠{LATIN}]|://)",
    regex.IGNORECASE,
)
_REPLY = regex.compile(rf"[{SPACES}{DIRECTIONAL}]*[@＠]([a-zA-Z0-9_]{{1,20}}+)(?![@＠{LATIN}]|://)")
_CASHTAG = regex.compile(
    rf"(?:^|(?<=[{SPACES}{DIRECTIONAL}]))\$([a-zA-Z]{{1,6}}(?:[._][a-zA-Z]{{1,2}})?)"
    rf"(?=$|\s|[!'#%&()*+,\\\-./:;<=>?@\[\]^_{{|}}~$])"
)


def entities(text: str) -> tuple[Entity, ...]:
    """Give the entities of a text, in order, none overlapping another.

    >>> [(e.kind, e.text) for e in entities("Merci @lea, voir exemple.fr #Bravo $AIR")]
    [('mention', 'lea'), ('url', 'exemple.fr'), ('hashtag', 'Bravo'), ('cashtag', 'AIR')]
    """
    found = urls(text)
    taken = [(entity.start, entity.end) for entity in found]
    for more in (mentions(text), hashtags(text), cashtags(text)):
        for entity in more:
            if all(entity.end <= start or entity.start >= end for start, end in taken):
                found.append(entity)
                taken.append((entity.start, entity.end))
    return tuple(sorted(found, key=lambda entity: entity.start))


def urls(text: str) -> list[Entity]:
    """Give the links of a text, with or without protocol."""
    return [Entity("url", text[start:end], start, end) for start, end in links(text)]


def mentions(text: str) -> list[Entity]:
    """Give the people, and people's lists, that a text names with @."""
    if "@" not in text and "＠" not in text:
        return []
    return [
        Entity("mention", m[1], m.start(), m.end(), m[2] or "") for m in _MENTION.finditer(text)
    ]


def hashtags(text: str) -> list[Entity]:
    """Give the hashtags of a text; those inside a link are part of the link."""
    if "#" not in text and "＃" not in text:
        return []
    inside = links(text)
    return [
        Entity("hashtag", m[1], m.start(1) - 1, m.end())
        for m in _HASHTAG.finditer(text)
        if not any(start <= m.start(1) - 1 < end for start, end in inside)
    ]


def cashtags(text: str) -> list[Entity]:
    """Give the shares ($AIR) that a text names."""
    if "$" not in text:
        return []
    return [Entity("cashtag", m[1], m.start(), m.end()) for m in _CASHTAG.finditer(text)]


def reply_to(text: str) -> str | None:
    """Give the name that a text starts with, if it starts by mentioning someone."""
    found = _REPLY.match(text)
    return found[1] if found else None
