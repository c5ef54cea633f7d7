"""Bringing archives in: every post once, newer ones win, what cannot be read is listed."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.made import POSTS, post

from firsthand.library import importing, tallies
from firsthand.library.exporting import as_lines
from firsthand.library.importing import ImportReport, import_archive
from firsthand.library.models import StoredPost
from firsthand.library.query import Question, question
from firsthand.library.search import search
from firsthand.library.shelf import shelve
from firsthand.people.founding import found
from firsthand.people.models import Leader
from firsthand.records.errors import UnreadableArchive
from firsthand.records.message import Message
from firsthand.records.post import Kind, Media, Post

Lines = Callable[..., Path]


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.imported, report.updated, report.unchanged, report.skipped


def stored(leader: Leader) -> list[Post]:
    return [row.post for row in leader.posts.order_by("pk")]


def words(leader: Leader, typed: str) -> list[str]:
    return [hit.stored.post.id for hit in search(leader, question({"q": typed})).hits]


def test_importing_twice_adds_nothing(leader: Leader, lines: Lines) -> None:
    path = lines(post(1), post(2), post(3))
    assert counts(import_archive(leader, [path])) == (3, 0, 0, 0)
    assert counts(import_archive(leader, [path])) == (0, 0, 3, 0)
    assert stored(leader) == [post(1), post(2), post(3)]


def test_a_newer_export_updates_and_adds(leader: Leader, lines: Lines) -> None:
    import_archive(leader, [lines(post(1, "Avant"), post(2))])
    report = import_archive(leader, [lines(post(1, "Après"), post(2), post(3))])
    assert counts(report) == (1, 1, 1, 0)
    assert words(leader, "apres") == ["1"]
    assert words(leader, "avant") == []


def test_new_figures_update_a_post_without_touching_its_words(leader: Leader) -> None:
    shelve(leader, [post(1, "Bonjour", metrics={"likes": 1})])
    assert shelve(leader, [post(1, "Bonjour", metrics={"likes": 9})]).updated == 1
    assert leader.posts.get().post.metrics == {"likes": 9}
    assert words(leader, "bonjour") == ["1"]


def test_a_corrected_time_moves_the_post(leader: Leader) -> None:
    shelve(leader, [post(1, at=None), post(2), post(3)])
    assert [item.id for item in stored(leader)] == ["1", "2", "3"]
    late = replace(post(1), at=post(9).at)
    assert shelve(leader, [late]).updated == 1
    assert [item.id for item in stored(leader)] == ["2", "3", "1"]
    assert words(leader, "message") == ["1", "3", "2"]
    assert tallies.total(leader, Question()) == 3


def test_the_same_moment_told_in_another_zone_is_no_news(leader: Leader, lines: Lines) -> None:
    import_archive(leader, [lines({"id": "1", "text": "a", "at": "2024-05-04T09:00:00Z"})])
    again = lines({"id": "1", "text": "a", "at": "2024-05-04T11:00:00+02:00"})
    assert counts(import_archive(leader, [again])) == (0, 0, 1, 0)


def test_a_post_told_twice_in_one_archive_is_one_post(leader: Leader) -> None:
    outcome = shelve(leader, [post(1), post(1), post(1, "Corrigé"), post(2)])
    assert (outcome.imported, outcome.updated, outcome.unchanged) == (2, 1, 1)
    assert [item.text for item in stored(leader)] == ["Corrigé", "Message 2"]


def test_kinds_are_told_apart(leader: Leader) -> None:
    shelve(
        leader,
        [
            post(1),
            post(2, reply_to="9"),
            post(3, quote_of="9", quoted_text="Dit ailleurs"),
            post(4, "", repost_of="9"),
            post(5, title="Un article"),
        ],
    )
    kinds = dict(leader.posts.values_list("key", "kind"))
    assert [kinds[f"x:{number}"] for number in range(1, 6)] == [
        Kind.POST, Kind.REPLY, Kind.QUOTE, Kind.REPOST, Kind.ARTICLE,
    ]  # fmt: skip
    assert words(leader, "ailleurs") == ["3"]


def test_what_cannot_be_read_is_listed_and_the_rest_is_kept(leader: Leader, lines: Lines) -> None:
    report = import_archive(leader, [lines(post(1), {"id": "2"}, post(3), name="mine.jsonl")])
    assert counts(report) == (2, 0, 0, 1)
    assert [(found.place, found.reason.text("fr")) for found in report.reasons] == [
        ("mine.jsonl:2", "pas de texte")
    ]


def test_reasons_are_capped_but_counted(
    leader: Leader, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MAX_REASONS", 2)
    report = import_archive(leader, [lines(post(1), *[{"id": str(n)} for n in range(5)])])
    assert (report.skipped, report.faults, len(report.reasons)) == (5, 5, 2)


def test_progress_is_told_after_every_batch(
    leader: Leader, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    told: list[tuple[int, int]] = []

    def progress(report: ImportReport, share: float | None) -> None:
        told.append((report.posts, leader.posts.count()))

    import_archive(leader, [lines(*map(post, range(5)))], progress)
    assert told == [(2, 2), (4, 4), (5, 5)]


class BrokenOff:
    """An archive that cannot be read beyond a point."""

    format, network, progress = "x", "x", None

    def __iter__(self) -> Iterator[Post]:
        yield post(1)
        raise UnreadableArchive(Message("Broken.", "Cassé.")())


def test_what_was_read_before_the_break_is_kept(leader: Leader) -> None:
    with pytest.raises(UnreadableArchive):
        importing.import_posts(leader, BrokenOff())  # type: ignore[arg-type]  # stands in
    assert stored(leader) == [post(1)]


def test_a_batch_that_fails_leaves_nothing_behind(
    leader: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(tallies, "add", fail)
        with pytest.raises(RuntimeError):
            shelve(leader, [post(1, "Bonjour")])
    assert stored(leader) == []
    assert shelve(leader, [post(1, "Bonjour")]).imported == 1
    assert words(leader, "bonjour") == ["1"]


def test_two_leaders_never_share_a_post(leader: Leader) -> None:
    other = found("Paul Durand")
    shelve(leader, [post(1, "Bonjour")])
    shelve(other, [post(1, "Bonjour"), post(2, "Bonjour encore")])
    assert words(leader, "bonjour") == ["1"]
    assert words(other, "bonjour") == ["2", "1"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 4), st.sampled_from("abc"), POSTS), max_size=6),
        max_size=3,
    )
)
def test_the_library_keeps_what_a_dictionary_would(
    leader: Leader, batches: list[list[tuple[int, str, Post]]]
) -> None:
    """A slow obvious model: a dictionary by network and id, merged field by field."""
    StoredPost.objects.all().delete()
    tallies.Tally.objects.all().delete()
    model: dict[tuple[str, str], Post] = {}
    for batch in batches:
        posts = [replace(item, id=str(number), network=net) for number, net, item in batch]
        for item in posts:
            old = model.get((item.network, item.id))
            model[item.network, item.id] = importing_model(old, item)
        outcome = shelve(leader, posts)
        assert outcome.imported + outcome.updated + outcome.unchanged == len(posts)
    assert {(item.network, item.id): item for item in stored(leader)} == model
    networks = Counter(item.network for item in model.values())
    counted = tallies.facets(leader, Question(), "network")
    assert {facet.value: facet.posts for facet in counted} == dict(networks)


def importing_model(old: Post | None, new: Post) -> Post:
    if old is None:
        return new
    keep = {
        name: getattr(new, name) or getattr(old, name)
        for name in Post.__dataclass_fields__
        if name not in {"metrics", "at"}
    }
    return Post(**keep, at=new.at or old.at, metrics={**old.metrics, **new.metrics})


ODD: list[dict[str, object]] = [
    {"id": "1", "text": "Avant J.-C.", "at": "0001-01-01T00:00:00+14:00"},
    {"id": "2", "text": "Trop tard", "at": "9999-12-31T23:59:59-14:00"},
    {"id": "3", "text": "nul \0 part", "author": "\0", "lang": "\0"},
    {"id": "i" * 100_000, "text": "Long nom", "network": "n" * 100_000},
    {"id": "5", "text": "mot" * 300_000},
    {"id": "6", "text": "", "metrics": {"likes": 2**63 - 1}},
    {"id": "7", "text": "\u202eà l'envers", "lang": "x" * 10_000},
]


def test_odd_posts_are_stored_found_counted_and_given_back(leader: Leader, lines: Lines) -> None:
    assert counts(import_archive(leader, [lines(*ODD)])) == (7, 0, 0, 0)
    assert counts(import_archive(leader, [lines(*ODD)])) == (0, 0, 7, 0)
    assert {item.text for item in stored(leader)} == {line["text"] for line in ODD}
    assert tallies.total(leader, Question()) == 7
    assert words(leader, "tard") == ["2"]
    again = [json.loads(line) for line in as_lines(leader)]
    assert {line["id"] for line in again} == {line["id"] for line in ODD}


def test_an_import_reads_through_its_bounded_cache_alone(leader: Leader, lines: Lines) -> None:
    def mapped() -> object:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA mmap_size")
            return cursor.fetchone()

    if connection.vendor != "sqlite":
        pytest.skip("SQLite alone maps its file into memory")
    before = mapped()
    during: list[object] = []
    import_archive(leader, [lines(post(1))], lambda *_: during.append(mapped()))
    assert during in ([(0,)], [None])
    assert mapped() == before


def test_media_are_counted_as_such(leader: Leader) -> None:
    shelve(leader, [post(1), post(2, media=(Media("photo.jpg", alt="La nouvelle usine"),))])
    assert words(leader, "usine") == ["2"]
    assert tallies.total(leader, Question(media=True)) == 1
