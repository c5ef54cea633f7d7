"""Made-up queries and posts for property tests: few words, so that they meet."""

from hypothesis import strategies as st

from firsthand.listen.match.plain import Heard
from firsthand.records.query import (
    AllOf,
    AnyOf,
    Expression,
    From,
    Hashtag,
    InLanguage,
    Mention,
    Near,
    OnNetwork,
    Without,
    Words,
)  # fmt: skip

WORDS = (
    "usine",
    "usines",
    "Usine",
    "l'usine",
    "cheval",
    "chevaux",
    "été",
    "Solvane",
    "AND",
    "don't",
    "3,5",
)
_PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join).map(Words)
_TAGS = st.sampled_from(["SolvaneUsine", "usine", "Été2026"]).map(Hashtag)
_NAMES = ("lea", "Lea.bsky.social", "paul@piaille.fr")
_SOUGHT = _PHRASES | _TAGS | st.sampled_from(_NAMES).map(Mention)
_FROM = (
    st.lists(st.sampled_from([*_NAMES, "did:plc:x"]), min_size=1, max_size=2).map(tuple).map(From)
)
_LANG = st.sampled_from([("fr",), ("fr", "en")]).map(InLanguage)
_NETWORK = st.sampled_from([("x",), ("x", "bluesky")]).map(OnNetwork)
_GROUP = st.lists(_SOUGHT, min_size=1, max_size=2).map(tuple)
_NEAR = st.builds(Near, _GROUP, _GROUP, st.integers(1, 5))
_ANCHORS = _SOUGHT | _FROM | _NEAR


def _flat(kind: type[AllOf] | type[AnyOf], parts: list[Expression]) -> Expression:
    flat = [each for part in parts for each in (part.parts if isinstance(part, kind) else (part,))]
    return kind(tuple(flat))


def _bigger(smaller: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    denied = smaller.filter(lambda part: not isinstance(part, Without)).map(Without)
    loose = denied | _LANG | _NETWORK
    every = st.builds(
        lambda first, rest: _flat(AllOf, [first, *rest]),
        smaller, st.lists(smaller | loose, min_size=1, max_size=2),
    )  # fmt: skip
    some = st.lists(smaller, min_size=2, max_size=3).map(lambda parts: _flat(AnyOf, parts))
    return every | some


EXPRESSIONS = st.recursive(_ANCHORS, _bigger, max_leaves=8)

_PIECES = (
    *WORDS, "#SolvaneUsine", "#usine", "#Été2026", "@lea", "@Lea.bsky.social", "@paul@piaille.fr",
    "l’usine", "Usine's", "sоlvane", "us\u200bine", "usineur", "ete", "solvaneusine", ",", "\n",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=10).map(" ".join)
POSTS = st.builds(
    Heard,
    TEXTS,
    st.sampled_from(["", "@Lea", "lea.bsky.social", "did:plc:x"]),
    st.sampled_from(["", "x", "Bluesky"]),
    st.sampled_from(["fr", "en-GB", "de"]),
    st.lists(st.sampled_from(_NAMES), max_size=2).map(tuple),
)
