"""What cannot be an archive, or means harm, ends as one sentence; nothing is read of it."""

import io
import os
import stat
import tarfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.networks.archives.hostile import CASES, TWEETS, make, member, packed, taped

from firsthand.networks.archives import Skipped, open_archive, source
from firsthand.records.errors import UnreadableArchive
from firsthand.records.message import french
from firsthand.records.post import Post


@pytest.mark.parametrize("name", CASES)
def test_one_sentence_says_what_it_is_and_what_to_do(name: str, tmp_path: Path) -> None:
    path, english, spoken = make(name, tmp_path)
    with pytest.raises(UnreadableArchive) as caught, open_archive([path]) as archive:
        list(archive)
    assert caught.value.text("en") == english
    assert caught.value.text("fr") == french(spoken)


BREAKS_OFF = "breaks off or is damaged: download the export again."


def read(path: Path) -> list[Post | Skipped]:
    with open_archive([path]) as archive:
        return list(archive)


def told(found: list[Post | Skipped]) -> list[str]:
    """Give the texts of the posts, and the places and reasons of what was skipped."""
    return [
        item.text if isinstance(item, Post) else f"{item.place}: {item.reason.text('en')}"
        for item in found
    ]


def test_of_two_files_with_one_name_the_last_is_read_and_it_is_told(tmp_path: Path) -> None:
    older, newer = TWEETS.replace(b"Bonjour", b"Avant"), TWEETS
    path = tmp_path / "twice.zip"
    with pytest.warns(UserWarning, match="Duplicate name"):
        path.write_bytes(packed(("data/tweets.js", older), ("data/tweets.js", newer)))
    twice = "data/tweets.js: the archive holds this file twice; the last one was read"
    assert told(read(path)) == [twice, "Bonjour."]


def test_links_and_devices_beside_an_honest_file_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "odd.tar.gz"
    members = [
        member("data/tweets.js"),
        member("data/again.js", tarfile.SYMTYPE, "tweets.js"),
        member("data/null.js", tarfile.CHRTYPE),
        member("data", tarfile.DIRTYPE),
    ]
    path.write_bytes(taped(*members))
    assert told(read(path)) == ["Bonjour."]


def test_what_came_before_the_break_is_kept(tmp_path: Path) -> None:
    posts = ",".join(f'{{"tweet":{{"id_str":"{n}","full_text":"Message {n}"}}}}' for n in range(5))
    path = tmp_path / "tweets.js"
    path.write_text(f"window.YTD.tweets.part0 = [{posts}"[:-20])
    *kept, cut, broken = told(read(path))
    assert kept == [f"Message {n}" for n in range(4)]
    assert cut == "tweets.js #5: the file ends in the middle of it"
    assert broken == "tweets.js: “tweets.js” breaks off or is damaged: download the export again."


def test_a_damaged_file_in_a_zip_gives_what_stands_before_the_damage(tmp_path: Path) -> None:
    posts = ",".join(
        f'{{"tweet":{{"id_str":"{n}","full_text":"Message {n}"}}}}' for n in range(90_000)
    )
    raw = bytearray(packed(("data/tweets.js", f"window.YTD.tweets.part0 = [{posts}]".encode())))
    middle = len(raw) // 2
    raw[middle : middle + 64] = bytes(64)
    path = tmp_path / "damaged.zip"
    path.write_bytes(raw)
    found = read(path)
    kept = [item for item in found if isinstance(item, Post)]
    assert 1_000 < len(kept) < 90_000
    assert [post.id for post in kept] == [str(n) for n in range(len(kept))]
    assert told(found[-1:]) == [f"data/tweets.js: “data/tweets.js” {BREAKS_OFF}"]


def test_a_package_that_says_less_than_it_holds_is_damaged(tmp_path: Path) -> None:
    raw = bytearray(packed(("data/tweets.js", TWEETS + b" " * 5000)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = raw.index(mark) + at
        raw[start : start + 4] = (10).to_bytes(4, "little")
    path = tmp_path / "lying.zip"
    path.write_bytes(raw)
    with pytest.raises(UnreadableArchive, match=r"is a text of another kind|breaks off"):
        read(path)


class Endless(io.RawIOBase):
    """A file of a given size that is never held."""

    def __init__(self, start: bytes, filling: bytes, size: int, end: bytes) -> None:
        self._parts = self._made(start, filling, size, end)
        self._rest = b""

    @staticmethod
    def _made(start: bytes, filling: bytes, size: int, end: bytes) -> Iterator[bytes]:
        yield start
        for _ in range(size // len(filling)):
            yield filling
        yield end

    def read(self, size: int = -1, /) -> bytes:
        while len(self._rest) < size and (more := next(self._parts, b"")):
            self._rest += more
        data, self._rest = self._rest[:size], self._rest[size:]
        return data


X = b"window.YTD.tweets.part0 = [" + TWEETS[TWEETS.index(b"[") + 1 : -1] + b","
LAST = b"," + TWEETS[TWEETS.index(b"[") + 1 :]
MEGABYTE = 1 << 20


@pytest.mark.parametrize(
    ("start", "filling", "end", "expected"),
    [
        (X + b'{"tweet":{"full_text":"', b"a", b'"}}' + LAST, ["longer than 8 MB, which no post is", 2]),
        (X + b'{"tweet":{"full_text":"', b"\\u00", b"", ["longer than 8 MB, which no post is", 1]),
        (X + b'{"tweet":', b"[", b"", ["longer than 8 MB, which no post is", 1]),
        (X, b" ", LAST.removeprefix(b","), [None, 2]),
        (X, b"1", LAST, ["longer than 8 MB, which no post is", 1]),
        (b'{"text":"a"}\n{"text":"', b"a", b'"}\n{"text":"b"}', ["longer than 8 MB, which no post is", 2]),
        (b'{"text":"a"}\n', b"\0", b'\n{"text":"b"}', ["longer than 8 MB, which no post is", 2]),
    ],
)  # fmt: skip
def test_an_element_of_200_mb_is_skipped_in_little_memory(
    start: bytes, filling: bytes, end: bytes, expected: list[Any], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / ("tweets.js" if start.startswith(b"window") else "posts.jsonl")
    path.write_bytes(start)
    monkeypatch.setattr(
        source.Files, "_stream",
        lambda *_: Endless(start, filling * (MEGABYTE // len(filling)), 200 * MEGABYTE, end),
    )  # fmt: skip
    tracemalloc.start()
    found = read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 80 * MEGABYTE
    reason, posts = expected
    assert sum(isinstance(item, Post) for item in found) == posts
    reasons = {item.reason.text("en") for item in found if isinstance(item, Skipped)}
    assert reason is None or reason in reasons


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone it ends the import; beside others it is named, and they are read."""
    for name in ("tweets.js", "secret.json"):
        (tmp_path / name).write_bytes(TWEETS)
    honest = source.Files._stream

    def refuse(files: source.Files, entry: source.Entry) -> Any:
        if entry.name == "secret.json":
            raise PermissionError(13, "Permission denied")
        return honest(files, entry)

    monkeypatch.setattr(source.Files, "_stream", refuse)
    may_not = "“secret.json” may not be read: give yourself the right to read it, then try again."
    assert told(read(tmp_path)) == [f"secret.json: {may_not}", "Bonjour."]
    (tmp_path / "tweets.js").unlink()
    with pytest.raises(UnreadableArchive) as caught:
        open_archive([tmp_path])
    assert caught.value.text("en") == may_not


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_entered(tmp_path: Path) -> None:
    inner = tmp_path / "data"
    inner.mkdir()
    (inner / "tweets.js").write_bytes(TWEETS)
    inner.chmod(0)
    with pytest.raises(UnreadableArchive, match="“data” may not be read"):
        open_archive([tmp_path])
    inner.chmod(stat.S_IRWXU)


def test_the_first_bytes_of_many_files_take_little_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_HEADS", 100_000)
    for number in range(40):
        (tmp_path / f"{number:02}.json").write_bytes(b"[" + b" " * 70_000)
    (tmp_path / "tweets.js").write_bytes(TWEETS)
    with open_archive([tmp_path]) as archive:
        assert sum(map(len, archive._sources[0]._heads.values())) < 100_000 + 65_536 + 40 * 4_096
        assert told(list(archive)) == ["Bonjour."]


def test_more_lists_than_any_export_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_LISTS", 3)
    for number in range(4):
        (tmp_path / f"{number}.json").write_bytes(b"[]")
    with pytest.raises(UnreadableArchive, match="holds more than 3 files"):
        open_archive([tmp_path])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=40), st.integers(0, 400), st.sampled_from(["a.zip", "a.tar.gz", "a.js"]))
def test_no_damage_escapes_as_another_error(
    tmp_path: Path, noise: bytes, at: int, name: str
) -> None:
    whole = {
        "a.zip": packed(("data/tweets.js", TWEETS)),
        "a.tar.gz": taped(member("data/tweets.js")),
        "a.js": TWEETS,
    }[name]
    path = tmp_path / name
    path.write_bytes(whole[:at] + noise + whole[at + len(noise) :])
    try:
        found = read(path)
    except UnreadableArchive:
        return
    assert all(isinstance(item, Post | Skipped) for item in found)
