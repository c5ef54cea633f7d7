"""Reading what a network gives a person of their own past."""

from firsthand.networks.archives.archive import Archive, open_archive
from firsthand.networks.archives.record import Owner, Skipped

__all__ = ["Archive", "Owner", "Skipped", "open_archive"]
