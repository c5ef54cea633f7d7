"""Taking everything away again."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import orjson
from tests.library.made import post

from firsthand.library.exporting import COLUMNS, as_lines, as_table
from firsthand.library.importing import import_archive
from firsthand.library.shelf import shelve
from firsthand.people.founding import found
from firsthand.people.models import Leader
from firsthand.records.post import Media, Post, from_line

POSTS = [
    post(1, 'Un "mot", puis\nun autre', metrics={"likes": 3}, links=("https://example.com",)),
    post(2, "=HYPERLINK(1)", media=(Media("a.jpg", alt="Vue"),), reply_to="1"),
    post(3, "-10 % en un an", url="https://example.com/3"),
]


def test_lines_bring_every_post_back(leader: Leader, tmp_path: Path) -> None:
    shelve(leader, POSTS)
    lines = list(as_lines(leader))
    assert [from_line(orjson.loads(line)) for line in lines] == POSTS
    path = tmp_path / "export.jsonl"
    path.write_bytes(b"".join(lines))
    other = found("Paul Durand")
    assert import_archive(other, [path]).imported == 3
    assert list(as_lines(other)) == lines


def table(leader: Leader) -> list[dict[str, str]]:
    text = b"".join(as_table(leader)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_table_has_every_field_and_no_formula(leader: Leader) -> None:
    shelve(leader, POSTS)
    one, two, three = table(leader)
    assert tuple(one) == COLUMNS
    assert one["text"] == POSTS[0].text
    assert orjson.loads(one["metrics"]) == {"likes": 3}
    assert (two["text"], two["kind"]) == ("'=HYPERLINK(1)", "reply")
    assert three["text"] == "'-10 % en un an"


def test_every_field_of_a_post_has_its_column() -> None:
    assert set(Post.__dataclass_fields__) <= set(COLUMNS)


def test_an_export_holds_nothing_of_another_leader(
    leader: Leader, lines: Callable[..., Path]
) -> None:
    shelve(found("Paul Durand"), POSTS)
    assert list(as_lines(leader)) == []
    assert table(leader) == []
