"""Files of lines, read in parts that do not depend on who reads, or from where."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from firsthand.listen.engines.local import Lines, files

SIZE, LONGEST = 64, 100
"""A line may be longer than a part; with `LARGE` parts, never."""
LARGE = 1_000


def texts(path: Path, cursor: int = 0) -> tuple[list[str], int, int]:
    """Give the texts after a place, how many lines were skipped, and where reading ended."""
    found: list[str] = []
    skipped, end = 0, cursor
    for chunk in Lines(path).read(cursor):
        found += [line.text or "" for line in chunk.lines]
        skipped += sum(chunk.skipped.values())
        end = chunk.cursor
    return found, skipped, end


@given(st.lists(st.integers(0, 400), max_size=30), st.booleans(), st.sampled_from([SIZE, LARGE]))
def test_every_line_once_whatever_their_lengths(lengths: list[int], ended: bool, size: int) -> None:
    """Held against reading the lines one by one; blank ones are left out in silence."""
    lines = [
        b'{"text": "%d%s"}' % (n, b"x" * length) if length else b""
        for n, length in enumerate(lengths)
    ]
    content = b"\n".join(lines) + (b"\n" if ended else b"")
    wanted = [line[10:-2].decode() for line in lines if line and len(line) < LONGEST]
    too_long = sum(len(line) >= LONGEST for line in lines)
    with TemporaryDirectory() as folder, patch.multiple(files, SIZE=size, LONGEST=LONGEST):
        path = Path(folder, "stream.jsonl")
        path.write_bytes(content)
        assert texts(path) == (wanted, too_long, len(content))
        for part in Lines(path).parts(0):
            later, _, end = texts(path, part.end)
            assert end == len(content)
            assert later == wanted[len(wanted) - len(later) :]


def test_parts_do_not_depend_on_where_one_begins(tmp_path: Path) -> None:
    path = tmp_path / "stream.jsonl"
    path.write_bytes(b'{"text": "one and the same"}\n' * 200)
    with patch.multiple(files, SIZE=SIZE):
        ends = [part.end for part in Lines(path).parts(0)]
        assert [part.end for part in Lines(path).parts(ends[3])] == ends[4:]


def test_a_file_that_grows_is_read_on(tmp_path: Path) -> None:
    path = tmp_path / "stream.jsonl"
    path.write_bytes(b'{"text": "one"}\n')
    _, _, end = texts(path)
    with path.open("ab") as file:
        file.write(b'{"text": "two"}\n')
    assert texts(path, end)[0] == ["two"]


def test_a_byte_order_mark_at_the_very_start_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "stream.jsonl"
    mark, line = b"\xef\xbb\xbf", b'{"text": "%d"}\n'
    path.write_bytes(mark + line % 1 + line % 2 + mark + line % 3)
    assert texts(path) == (["1", "2"], 1, path.stat().st_size)
