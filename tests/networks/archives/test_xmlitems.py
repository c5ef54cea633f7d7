"""Cutting feeds into items, however the bytes arrive and whatever stands in them."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.networks.archives.source import CHUNK
from firsthand.networks.archives.xmlitems import XmlItems
from firsthand.networks.archives.xmltext import xml_head
from firsthand.records.errors import UnreadableArchive


class Trickle:
    """A file that gives only so many bytes at a time."""

    name = "feed.xml"

    def __init__(self, data: bytes, step: int = CHUNK) -> None:
        self._data = data
        self._step = step

    def read(self, size: int = CHUNK) -> bytes:
        step = min(size, self._step)
        data, self._data = self._data[:step], self._data[step:]
        return data


def cut(text: str, step: int = CHUNK) -> list[str]:
    """Give the items, or why there are none, in words."""
    told: list[str] = []
    try:
        for _, item in XmlItems(Trickle(text.encode(), step)):
            told.append(item if isinstance(item, str) else item.text("en"))
    except UnreadableArchive as error:
        told.append(error.text("en"))
    return told


WORDS = st.text(st.characters(exclude_characters="<>&]-", exclude_categories=["Cs", "Cc"]))
PIECE = st.one_of(
    WORDS,
    WORDS.map(lambda said: f"<![CDATA[{said}</item><item> <!-- ]]>"),
    WORDS.map(lambda said: f"<!-- {said} <item> <![CDATA[ </item> -->"),
    st.sampled_from(["<items/>", "<entry>", "</entry>", "<itemised>", "<b>x</b>", "< item>"]),
)
ITEM = st.lists(PIECE, max_size=4).map(lambda pieces: f"<item a='b'>{''.join(pieces)}</item>")


@given(
    items=st.lists(ITEM, max_size=5),
    between=WORDS,
    head=st.lists(PIECE.filter(lambda piece: "entry" not in piece), max_size=2).map("".join),
    step=st.integers(1, 40),
)
def test_items_are_cut_the_same_however_the_bytes_arrive(
    items: list[str], between: str, head: str, step: int
) -> None:
    whole = f"<rss><channel>{head}{between.join(items)}{between}</channel></rss>"
    assert cut(whole, step) == cut(whole) == items


@given(text=st.text(st.sampled_from("<>!-[]CDAT/item ey&;x"), max_size=120), step=st.integers(1, 9))
def test_no_text_whatever_breaks_the_cutting(text: str, step: int) -> None:
    assert cut(f"<rss>{text}", step) == cut(f"<rss>{text}")


def test_the_number_of_an_item_is_its_place_in_the_file() -> None:
    text = "<rss><item>a</item><item>b<item>c</item></rss>"
    numbered = [(n, isinstance(item, str)) for n, item in XmlItems(Trickle(text.encode()))]
    assert numbered == [(1, True), (2, False), (3, True)]


def test_marks_that_never_end_hide_nothing_that_follows() -> None:
    assert cut("<rss><item>a<![CDATA[b</item><item>c</item></rss>") == [
        "<item>a<![CDATA[b</item>",
        "<item>c</item>",
    ]
    assert cut("<rss><!-- <item>c</item></rss>") == ["<item>c</item>"]


def test_a_header_begins_with_the_root() -> None:
    text = "\n<?xml version='1.0'?><!-- <rss> --><!DOCTYPE rss><rss><title/><item/></rss>"
    assert XmlItems(Trickle(text.encode())).header == "<rss><title/>"


def test_text_in_every_encoding_is_the_same_text() -> None:
    text = "<?xml version='1.0' encoding='{}'?><rss>Déjà</rss>"
    for name, codec in (
        ("UTF-8", "utf-8"),
        ("utf-16", "utf-16"),
        ("UTF-16", "utf-16-be"),
        ("ISO-8859-1", "latin-1"),
        ("windows-1252", "cp1252"),
        ("no-such-thing", "utf-8"),
        ("unicode_escape", "utf-8"),
        ("UTF-7", "utf-8"),
    ):
        stated = text.format(name)
        assert xml_head(stated.encode(codec)) == stated
