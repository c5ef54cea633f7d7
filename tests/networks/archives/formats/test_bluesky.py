"""Bluesky repositories: posts, replies, quotes and reposts, named by the tree's keys."""

import random
from collections import Counter
from pathlib import Path
from typing import Any

import libipld
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.networks.archives.cars import CREATED, DID, Repository, post

from firsthand.networks.archives import Owner, Skipped, open_archive, source
from firsthand.networks.archives.formats.bluesky.car import Car
from firsthand.networks.archives.formats.bluesky.tree import Leaf, walk
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Kind, Media, Post

POST = "app.bsky.feed.post"
THEIRS = "at://did:plc:paul/app.bsky.feed.post/3k2"
STRONG = {"uri": THEIRS, "cid": "bafy"}
PICTURE = b"\x01\x55\x12\x20" + bytes(32)
IMAGES = {"images": [{"alt": "L'atelier", "image": {"$type": "blob", "ref": PICTURE}}]}


def read(path: Path, car: bytes) -> list[Post | Skipped]:
    file = path / "repo.car"
    file.write_bytes(car)
    with open_archive([file]) as archive:
        return list(archive)


def one(path: Path, record: Any, key: str = f"{POST}/3l") -> Post:
    (found,) = read(path, Repository({key: record}).car())
    assert isinstance(found, Post)
    return found


def test_a_post_is_named_by_its_key_and_belongs_to_the_did(tmp_path: Path) -> None:
    found = one(tmp_path, post("Bonjour.", langs=["fr-FR"]))

    assert (found.id, found.text, found.author) == (f"at://{DID}/{POST}/3l", "Bonjour.", DID)
    assert found.url == f"https://bsky.app/profile/{DID}/post/3l"
    assert found.at is not None
    assert (found.at.isoformat(), found.lang) == ("2026-05-04T09:12:00+00:00", "fr")
    assert (found.kind, found.metrics) == (Kind.POST, {})


def test_the_owner_is_known_before_reading(tmp_path: Path) -> None:
    (tmp_path / "repo.car").write_bytes(Repository({}).car())
    with open_archive([tmp_path]) as archive:
        assert (archive.format, archive.network) == ("bluesky", "bluesky")
        assert archive.owner == Owner(DID)
        assert list(archive) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"reply": {"root": STRONG, "parent": STRONG}}, ("reply_to", THEIRS)),
        ({"reply": {"root": STRONG, "parent": STRONG}}, ("reply_to_author", "did:plc:paul")),
        ({"embed": {"record": STRONG}}, ("quote_of", THEIRS)),
        ({"embed": {"record": {"record": STRONG}, "media": IMAGES}}, ("quote_of", THEIRS)),
        ({"embed": {"record": {"uri": "at://did:plc:x/app.bsky.graph.list/1"}}}, ("quote_of", None)),
        ({"embed": {"external": {"uri": "https://a.fr"}}}, ("links", ("https://a.fr",))),
        (
            {"facets": [{"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://b.fr"}]}]},
            ("links", ("https://b.fr",)),
        ),
        (
            {"facets": [{"features": [{"$type": "app.bsky.richtext.facet#mention", "did": "did:x"}]}]},
            ("links", ()),
        ),
        ({"langs": ["fr", "en"]}, ("lang", None)),
        ({"langs": "fr"}, ("lang", None)),
        ({"createdAt": "yesterday"}, ("at", None)),
        ({"createdAt": 1777885920}, ("at", None)),
        ({"createdAt": None}, ("at", None)),
        ({"facets": "none"}, ("text", "Bonjour.")),
        ({"facets": [{"features": [{"$type": 5, "uri": "https://b.fr"}]}]}, ("links", ())),
        ({"embed": {"images": [{"alt": 5, "image": None}]}}, ("text", "Bonjour.")),
        ({"reply": STRONG}, ("kind", Kind.POST)),
    ],
)  # fmt: skip
def test_what_goes_with_a_text(
    tmp_path: Path, more: dict[str, Any], expected: tuple[str, object]
) -> None:
    field, value = expected
    assert getattr(one(tmp_path, post(**more)), field) == value


@pytest.mark.parametrize(
    "embed", [IMAGES, {"record": {"record": STRONG}, "media": IMAGES}, {"items": IMAGES["images"]}]
)
def test_pictures_keep_their_description(tmp_path: Path, embed: dict[str, Any]) -> None:
    picture = Media(libipld.encode_cid(PICTURE), "image", "L'atelier")
    assert one(tmp_path, post("", embed=embed)).media == (picture,)


@pytest.mark.parametrize("text", ["", "  "])
def test_a_post_without_words_is_a_post(tmp_path: Path, text: str) -> None:
    """It may show a list or a feed, and is counted on Bluesky too."""
    shown = {"record": {"uri": "at://did:plc:x/app.bsky.feed.generator/a"}}
    assert one(tmp_path, post(text, embed=shown)).text == text


def test_a_large_file_is_read_from_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LARGE", 1)
    file = tmp_path / "repo.car"
    file.write_bytes(Repository({f"{POST}/3l": post()}).car())
    with open_archive([file]) as archive:
        assert [type(found) for found in archive] == [Post]
        assert archive.progress == 1.0


def test_a_repository_is_counted_record_by_record(tmp_path: Path) -> None:
    """What Bluesky shows on a profile, told apart; likes, follows and lists are no posts."""
    records: dict[str, Any] = {f"{POST}/3l{n}": post(f"Message {n}") for n in range(40)}
    answer, quote = {"reply": {"root": STRONG, "parent": STRONG}}, {"embed": {"record": STRONG}}
    records |= {f"{POST}/3m{n}": post("Oui", **answer) for n in range(7)}
    records |= {f"{POST}/3n{n}": post("Voilà", **quote) for n in range(5)}
    records |= {f"{POST}/3o{n}": post("Les deux", **answer, **quote) for n in range(2)}
    subject = {"subject": STRONG, "createdAt": CREATED}
    records |= {f"app.bsky.feed.repost/3l{n}": subject for n in range(11)}
    records |= {f"app.bsky.feed.like/3l{n}": subject for n in range(60)}
    records |= {f"app.bsky.graph.follow/3l{n}": {"subject": "did:plc:x"} for n in range(20)}
    records |= {
        "app.bsky.feed.threadgate/3l1": {"post": THEIRS},
        "chat.bsky.actor.declaration/self": {},
    }
    found = read(tmp_path, Repository(records).car())
    assert Counter(item.kind for item in found if isinstance(item, Post)) == {
        Kind.POST: 40, Kind.REPLY: 9, Kind.QUOTE: 5, Kind.REPOST: 11,
    }  # fmt: skip
    assert len(found) == 65


def test_a_repost_says_whose_post_it_repeats(tmp_path: Path) -> None:
    found = one(tmp_path, {"subject": STRONG, "createdAt": CREATED}, "app.bsky.feed.repost/3m")

    assert (found.kind, found.repost_of, found.repost_of_author) == (
        Kind.REPOST,
        THEIRS,
        "did:plc:paul",
    )
    assert found.text == ""


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ("hello", "not shaped as a post"),
        ([1], "not shaped as a post"),
        ({"createdAt": CREATED}, "no text"),
        ({"text": 5.5, "createdAt": CREATED}, "no text"),
        (b"\xff", "damaged or missing in the file"),
        (b"\x81" * 100_000, "damaged or missing in the file"),
    ],
)
def test_a_bad_record_is_skipped_with_its_place(tmp_path: Path, record: Any, reason: str) -> None:
    keys = {f"{POST}/3l1": post("Un."), f"{POST}/3l2": record, f"{POST}/3l3": post("Trois.")}
    first, bad, last = read(tmp_path, Repository(keys).car())

    assert isinstance(first, Post)
    assert isinstance(last, Post)
    assert isinstance(bad, Skipped)
    assert (bad.place, bad.reason.text("en")) == (f"repo.car {POST}/3l2", reason)


def test_a_changed_record_does_not_pass_for_the_owners(tmp_path: Path) -> None:
    car = Repository({f"{POST}/3l": post("Je dis oui.")}).car().replace(b"oui", b"non")
    (found,) = read(tmp_path, car)
    assert isinstance(found, Skipped)


def test_likes_and_profiles_are_no_posts(tmp_path: Path) -> None:
    keys = {"app.bsky.feed.like/3l": {"subject": STRONG}, "app.bsky.actor.profile/self": {}}
    assert read(tmp_path, Repository(keys).car()) == []


def test_a_file_that_breaks_off_gives_what_it_holds_and_says_so_once(tmp_path: Path) -> None:
    repository = Repository({f"{POST}/{n:03}": post(f"Message {n}.") for n in range(50)})
    repository.blocks = dict(reversed(repository.blocks.items()))
    *posts, broken = read(tmp_path, repository.car()[:-400])

    assert 30 < len(posts) < 50
    assert all(isinstance(found, Post) for found in posts)
    assert isinstance(broken, Skipped)
    assert "breaks off" in broken.reason.text("en")


@pytest.mark.parametrize(
    "data",
    [
        b"not a car",
        b"\x00",
        b"\xff" * 200,
        Repository({}).car()[:40],
        Repository({}).car()[:80],
    ],
)
def test_a_broken_file_ends_as_one_sentence(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableArchive, match=r"^“repo\.car” breaks off or is damaged"):
        read(tmp_path, data)


def test_a_damaged_branch_is_told(tmp_path: Path) -> None:
    repository = Repository({f"{POST}/3l": post()})
    del repository.blocks[repository.tree]
    (found,) = read(tmp_path, repository.car())
    assert isinstance(found, Skipped)
    assert found.reason.text("en") == "the records that follow are damaged or missing"


@given(st.binary(max_size=200), st.integers(0, 2000))
def test_no_damage_escapes_as_another_error(noise: bytes, at: int) -> None:
    good = Repository({f"{POST}/{n}": post(f"{n}") for n in range(5)}).car()
    try:
        car = Car(good[:at] + noise + good[at + len(noise) :], "repo.car")
    except UnreadableArchive:
        return
    for cid in list(car._places):
        list(walk(car, cid))


def test_the_tree_gives_all_keys_in_order() -> None:
    numbers = random.Random(7).sample(range(100_000), 2000)
    repository = Repository({f"{POST}/{n:05}": post(str(n)) for n in numbers})
    car = Car(repository.car(), "")

    found = [step for step in walk(car, repository.tree) if isinstance(step, Leaf)]

    assert [leaf.key for leaf in found] == [f"{POST}/{n:05}" for n in sorted(numbers)]
    assert all(car.block(leaf.cid)["text"] == str(int(leaf.key[-5:])) for leaf in found)
