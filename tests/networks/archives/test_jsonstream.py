"""Long arrays cut into elements: the same as reading the whole at once, however it arrives."""

import json
import re
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from firsthand.networks.archives import jsonstream
from firsthand.networks.archives.jsonstream import ArrayStream, value_end
from firsthand.networks.archives.lenient import Unread
from firsthand.records.errors import UnreadableArchive

START = re.compile(rb"= \[")
SPACES = st.text("  \n\r\t", max_size=3)
# Names and texts full of what could be taken for the end of an element.
TRAPS = st.sampled_from(
    ["}", "{", "]", "[", '"', "\\", "}, {", '}, {"k": ', '"},{"k":', '\\"', "= ["]
)
TEXT = st.text(max_size=8) | st.lists(TRAPS, max_size=4).map("".join)
SCALARS = st.none() | st.booleans() | st.integers(-(2**62), 2**62) | TEXT
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT | st.just("k"), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
OBJECTS = st.dictionaries(st.sampled_from(["k", "tweet", "é"]) | TEXT, VALUES, max_size=4)


class Arriving:
    """Bytes that arrive in pieces of given sizes."""

    name = "tweets.js"

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        self._data, self._sizes = data, sizes

    def read(self, size: int = 0) -> bytes:
        size = self._sizes.pop(0) if self._sizes else 50
        piece, self._data = self._data[:size], self._data[size:]
        return piece


def elements(data: bytes, sizes: list[int] | None = None) -> list[Any]:
    stream = ArrayStream(Arriving(data, sizes or []), object, START)
    found = list(stream)
    assert [number for number, _ in found] == list(range(1, len(found) + 1))
    return [element for _, element in found]


def laid_out(draw: st.DrawFn, value: Any, *, ascii_only: bool) -> str:
    """Write a value as JSON, with white space wherever it may stand."""
    space = SPACES if draw(st.booleans()) else st.just("")
    if isinstance(value, dict):
        members = [
            f"{draw(space)}{json.dumps(key, ensure_ascii=ascii_only)}{draw(space)}:"
            f"{draw(space)}{laid_out(draw, inner, ascii_only=ascii_only)}{draw(space)}"
            for key, inner in value.items()
        ]
        return "{" + (",".join(members) or draw(space)) + "}"
    if isinstance(value, list):
        inner = [
            draw(space) + laid_out(draw, item, ascii_only=ascii_only) + draw(space)
            for item in value
        ]
        return "[" + (",".join(inner) or draw(space)) + "]"
    return json.dumps(value, ensure_ascii=ascii_only)


@st.composite
def arrays(draw: st.DrawFn) -> tuple[str, list[Any]]:
    alike = draw(st.booleans())
    inner = OBJECTS.map(lambda found: {"k": found}) if alike else OBJECTS | VALUES
    values = draw(st.lists(inner, max_size=6))
    return laid_out(draw, values, ascii_only=draw(st.booleans())), values


@settings(max_examples=120, deadline=None)
@given(arrays(), st.lists(st.integers(1, 40), max_size=60))
def test_the_elements_are_those_of_the_whole(made: tuple[str, list[Any]], sizes: list[int]) -> None:
    text, values = made
    assert json.loads(text) == values
    whole = f"window.YTD.tweets.part0 = {text};".encode()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(jsonstream, "CHUNK", 30)
        assert elements(whole, sizes) == values


@settings(max_examples=60, deadline=None)
@given(arrays(), st.integers(0, 200))
def test_an_array_cut_anywhere_gives_the_elements_before_the_cut(
    made: tuple[str, list[Any]], at: int
) -> None:
    text, values = made
    assume("= [" not in text)
    body = text.encode()[1:]
    stream = ArrayStream(Arriving(b"= [" + body[: min(at, len(body) - 1)], []), object, START)
    found: list[Any] = []
    with pytest.raises(UnreadableArchive):
        found.extend(element for _, element in stream)
    kept = [element for element in found if not isinstance(element, Unread)]
    if kept and isinstance(kept[-1], int):
        kept.pop()  # a number may be cut in its middle and still be one
    assert kept == values[: len(kept)]


@settings(max_examples=80)
@given(arrays(), st.binary(max_size=5))
def test_a_value_ends_where_the_decoder_says(made: tuple[str, list[Any]], after: bytes) -> None:
    data = made[0].encode()
    assert value_end(data + after, 0) == len(data)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=60), st.lists(st.integers(1, 20), max_size=10))
def test_no_noise_escapes_as_another_error(noise: bytes, sizes: list[int]) -> None:
    try:
        found = elements(b"= [" + noise, sizes)
    except UnreadableArchive:
        return
    assert all(isinstance(item, Unread) or msgspec.json.encode(item) for item in found)


def test_whole_runs_are_decoded_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All but the last few."""
    singly: list[int] = []
    judge = ArrayStream._judge

    def count(stream: ArrayStream[object], at: int, end: int | None) -> tuple[object, int]:
        singly.append(at)
        return judge(stream, at, end)

    monkeypatch.setattr(ArrayStream, "_judge", count)
    monkeypatch.setattr(jsonstream, "CHUNK", 1_000)
    values = [{"tweet": {"id": n, "urls": [{"a": 1}, {"a": 2}]}} for n in range(2_000)]
    data = f"= {json.dumps(values)}".encode()
    assert elements(data, [1_000] * 1_000) == values
    assert len(singly) < 100


def test_a_broken_element_costs_itself_alone() -> None:
    good = b'{"k": {"text": "oui"}}'
    for bad in (
        b'{"k": {"text": "no}}',
        b'{"k": tru}',
        b'{"k" 1}',
        b'{"k": {"a": [1, 2}}',
        b"nonsense",
    ):
        first, broken, last = elements(b"= [" + b", ".join([good, bad, good]) + b"]")
        assert first == last == {"k": {"text": "oui"}}
        assert isinstance(broken, Unread)


def test_several_arrays_in_one_file_are_read_on() -> None:
    assert elements(b'a = [1, 2]; b = []\nc = [{"k": 3}]') == [1, 2, {"k": 3}]


def test_a_file_without_an_array_says_so() -> None:
    with pytest.raises(UnreadableArchive, match="does not hold the list of posts it should"):
        elements(b"window.YTD = {}")


def test_deep_nesting_is_told_as_such() -> None:
    deep = b"[" * 3_000 + b"]" * 3_000
    (found,) = elements(b"= [" + deep + b"]", [100_000])
    assert isinstance(found, Unread)
    assert found.reason.text("fr") == "imbriqué trop profondément"
