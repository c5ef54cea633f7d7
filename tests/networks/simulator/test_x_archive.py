"""Made-up X archives: as many posts as they say, the same ones from the same seed."""

from collections import Counter
from pathlib import Path

from firsthand.networks.archives import open_archive
from firsthand.networks.simulator.x_archive import HANDLE, write_folder, write_zip
from firsthand.records.post import Kind, Post


def read(path: Path) -> list[Post]:
    with open_archive([path]) as archive:
        assert archive.owner is not None
        assert (archive.format, archive.owner.handle) == ("x", HANDLE)
        found = list(archive)
    assert all(isinstance(item, Post) for item in found)
    return [item for item in found if isinstance(item, Post)]


def test_an_archive_holds_what_was_written(tmp_path: Path) -> None:
    written = write_folder(tmp_path / "folder", 400_000)
    posts = read(tmp_path / "folder")
    assert len({post.id for post in posts}) == len(posts) == written
    kinds = Counter(post.kind for post in posts)
    assert kinds[Kind.REPOST] > 20
    assert kinds[Kind.REPLY] > kinds[Kind.REPOST]
    assert kinds[Kind.POST] > kinds[Kind.REPLY]
    assert max(len(post.text) for post in posts) > 500, "long texts are found again"
    assert write_zip(tmp_path / "same.zip", 400_000) == written
    assert read(tmp_path / "same.zip") == posts


def test_posts_may_follow_upon_others(tmp_path: Path) -> None:
    first = write_folder(tmp_path / "one", 50_000)
    second = write_folder(tmp_path / "two", 50_000, after=first)
    one, two = read(tmp_path / "one"), read(tmp_path / "two")
    assert (len(one), len(two)) == (first, second)
    assert one[-1].at is not None
    assert two[0].at is not None
    assert one[-1].at < two[0].at
    assert not {post.id for post in one} & {post.id for post in two}
