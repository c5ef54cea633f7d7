"""What is compiled on first use is compiled by being used once, in every way there is."""

from firsthand.text import kernels, phrase_kernels, tone_sums
from firsthand.text.ready import ready

READ_BY_PAGES = (kernels.judge, phrase_kernels.search, tone_sums.many)


def test_nothing_that_pages_read_with_is_left_to_compile() -> None:
    ready()
    assert [entry for entry in READ_BY_PAGES if not vars(entry).get("overloads")] == []
