"""What listening compiles on first use is compiled by listening once."""

from firsthand.listen.match import kernels as matching
from firsthand.listen.match import scan
from firsthand.listen.ready import ready
from firsthand.listen.stories import kernels as stories
from firsthand.listen.surge import kernels as surge

CALLED = (matching.tokenise, matching.hash_names, scan.scan, stories.read, surge.step, surge.rest)


def test_nothing_that_listens_is_left_to_compile() -> None:
    ready()
    assert [entry for entry in CALLED if not vars(entry).get("overloads")] == []
