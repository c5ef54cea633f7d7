"""Bringing an archive into a leader's library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from firsthand.library.shelf import Shelved, shelve
from firsthand.library.stores.lean import lean
from firsthand.networks.archives import Archive, Skipped, open_archive
from firsthand.people.models import Leader
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Post

BATCH = 5_000  # large enough that words are indexed in bulk, short enough that pages can save
BATCH_LETTERS = 5_000_000  # articles are longer than posts
MAX_REASONS = 200

Progress = Callable[["ImportReport", float | None], None]


@dataclass(slots=True)
class ImportReport:
    """What became of an archive's posts; of what was skipped, the first reasons and the count."""

    format: str = ""
    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    faults: int = 0
    reasons: list[Skipped] = field(default_factory=list)

    @property
    def posts(self) -> int:
        """Give the number of posts that were read, new or not."""
        return self.imported + self.updated + self.unchanged

    def count(self, shelved: Shelved) -> None:
        """Add what became of a batch."""
        self.imported += shelved.imported
        self.updated += shelved.updated
        self.unchanged += shelved.unchanged

    def skip(self, found: Skipped) -> None:
        """Count what could not be read, and keep the first of the reasons."""
        self.skipped += 1
        self.faults += found.fault
        if len(self.reasons) < MAX_REASONS:
            self.reasons.append(found)


def import_archive(
    leader: Leader, paths: Sequence[Path], progress: Progress | None = None
) -> ImportReport:
    """Read an archive and store its posts; doing so twice adds nothing.

    `progress` is called after each batch, which is then safely stored, with the
    report so far and the share of the bytes read (None when unknown).

    Raises:
        UnreadableArchive: it cannot be opened, is no known export, or holds nothing readable.
    """
    with open_archive(paths) as archive:
        return import_posts(leader, archive, progress)


def import_posts(
    leader: Leader, archive: Archive, progress: Progress | None = None
) -> ImportReport:
    """Store the posts of an archive that is open; see `import_archive`."""
    report = ImportReport(format=archive.format)
    with lean():
        for batch in _batches(archive, report):
            report.count(shelve(leader, batch))
            if progress is not None:
                progress(report, archive.progress)
    return report


def _batches(found: Iterable[Post | Skipped], report: ImportReport) -> Iterator[list[Post]]:
    """Gather posts into batches; when reading breaks off, what was gathered still counts."""
    batch: list[Post] = []
    letters = 0
    try:
        for item in found:
            if isinstance(item, Skipped):
                report.skip(item)
                continue
            batch.append(item)
            letters += len(item.text)
            if len(batch) >= BATCH or letters >= BATCH_LETTERS:
                yield batch
                batch, letters = [], 0
    except UnreadableArchive:
        yield batch
        raise
    yield batch
