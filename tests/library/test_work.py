"""Imports in the background: state on the row, stepped by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from tests.library.made import post

from firsthand.library import importing, uploads, work
from firsthand.library.importing import ImportReport
from firsthand.library.models import Import
from firsthand.networks.archives import Skipped
from firsthand.people.models import Leader
from firsthand.records.errors import BadInput
from firsthand.records.post import NO_TEXT

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
Lines = Callable[..., Path]


@dataclass
class Watch:
    """A clock that the test moves."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


def bring(leader: Leader, *paths: Path) -> Import:
    return uploads.keep(
        leader, [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]
    )


def after_step(brought: Import, clock: Watch | None = None) -> Import:
    assert work.step(clock or Watch())
    brought.refresh_from_db()
    return brought


def test_nothing_to_do(db: None) -> None:
    assert work.step(Watch()) is False


def test_an_import_is_carried_out_and_its_files_are_gone(leader: Leader, lines: Lines) -> None:
    brought = bring(leader, lines(post(1), {"id": "2"}, name="mine.jsonl"))
    folder = Path(brought.path)
    assert folder.is_dir()
    done = after_step(brought)
    assert (done.state, done.imported, done.skipped) == ("done", 1, 1)
    assert done.reasons == [
        {"place": "mine.jsonl:2", "fault": True, "en": "no text", "fr": "pas de texte"}
    ]
    assert (done.started, done.ended, done.path) == (NOW, NOW, "")
    assert not folder.exists()
    assert work.step(Watch()) is False


def test_a_file_of_another_kind_fails_with_one_sentence(leader: Leader, tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 not an archive")
    failed = after_step(bring(leader, path))
    assert failed.state == "failed"
    assert set(failed.error) == {"en", "fr"}
    assert "photo.jpg" in failed.error["fr"]


def test_an_archive_without_one_readable_line_fails(
    leader: Leader, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = ImportReport(format="x")
    report.skip(Skipped("data/tweets.js #1", NO_TEXT()))
    monkeypatch.setattr(work, "import_archive", lambda *_: report)
    failed = after_step(bring(leader, lines(post(1))))
    assert (failed.state, failed.skipped) == ("failed", 1)
    assert "data/tweets.js #1: no text" in failed.error["en"]


def test_files_with_one_name_are_both_read(leader: Leader, lines: Lines) -> None:
    one = SimpleUploadedFile("posts.jsonl", lines(post(1)).read_bytes())
    two = SimpleUploadedFile("posts.jsonl", lines(post(2)).read_bytes())
    assert after_step(uploads.keep(leader, [one, two])).imported == 2


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\boot.ini", ".hidden", "a/b.jsonl", "", "x" * 300 + ".zip"]
)
def test_a_name_never_leads_out_of_its_folder(leader: Leader, name: str) -> None:
    file = SimpleUploadedFile("plain", b"{}")
    file._name = name  # type: ignore[attr-defined]  # as a hostile browser would send it
    brought = uploads.keep(leader, [file])
    (path,) = uploads.paths(brought)
    assert path.parent.parent == Path(brought.path)
    assert path.name == Path(path.name).name
    assert len(path.name) <= uploads.MAX_NAME


def test_what_is_on_the_disk_already_is_moved(leader: Leader) -> None:
    file = TemporaryUploadedFile("posts.jsonl", "text/plain", 2, None)
    file.write(b"{}")
    file.flush()
    before = Path(file.temporary_file_path())
    brought = uploads.keep(leader, [file])
    assert not before.exists()
    assert uploads.paths(brought)[0].read_bytes() == b"{}"


def test_no_file_at_all_is_refused(leader: Leader) -> None:
    with pytest.raises(BadInput):
        uploads.keep(leader, [])


def test_a_process_that_died_is_followed_by_another(
    leader: Leader, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 1)
    brought = bring(leader, lines(post(1), post(2), post(3)))
    clock = Watch()

    class Killed(BaseException):
        pass

    def die(*_: Any) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(work, "_renew", die)
        with pytest.raises(Killed):
            work.step(clock)
    brought.refresh_from_db()
    assert brought.state == "running"
    assert leader.posts.count() == 1
    assert work.step(clock) is False, "the lease still runs"
    clock.at += work.LEASE + timedelta(seconds=1)
    done = after_step(brought, clock)
    assert (done.state, done.imported, done.unchanged) == ("done", 2, 1)


def test_an_import_that_kills_every_process_is_given_up(leader: Leader, lines: Lines) -> None:
    brought = bring(leader, lines(post(1)))
    Import.objects.filter(pk=brought.pk).update(
        state="running", attempts=work.MAX_ATTEMPTS, leased_until=NOW - timedelta(seconds=1)
    )
    failed = after_step(brought)
    assert failed.state == "failed"
    assert "3" in failed.error["fr"]
    assert work.step(Watch()) is False


def test_an_import_taken_over_is_left_alone(
    leader: Leader, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 1)
    brought = bring(leader, lines(post(1), post(2)))
    real = work._renew

    def overtaken(*given: Any) -> None:
        Import.objects.filter(pk=brought.pk).update(attempts=9)
        real(*given)

    monkeypatch.setattr(work, "_renew", overtaken)
    left = after_step(brought)
    assert (left.state, left.attempts) == ("running", 9)
    assert Path(left.path).exists()


def test_closing_the_desk_lets_the_import_begin_again(
    leader: Leader, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(*_: Any) -> None:
        raise SystemExit(0)

    brought = bring(leader, lines(post(1)))
    with monkeypatch.context() as patched:
        patched.setattr(work, "_renew", leave)
        with pytest.raises(SystemExit):
            work.step(Watch())
    brought.refresh_from_db()
    assert (brought.state, brought.attempts) == ("waiting", 0)
    assert after_step(brought).state == "done"


def test_our_own_error_ends_the_import_with_its_name(
    leader: Leader, lines: Lines, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(work, "import_archive", fail)
    failed = after_step(bring(leader, lines(post(1))))
    assert failed.state == "failed"
    assert "ZeroDivisionError" in failed.error["en"]
    assert "broke off" in caplog.text
