"""Nothing on the pages is without its French, and what is compiled is what is written."""

import json

import pytest
from tools import messages


def test_every_sentence_has_its_french() -> None:
    catalog = messages.merge(messages.gather(), messages.read())
    assert [message.id for message in messages.missing(catalog)] == []


def test_the_catalogue_is_what_the_pages_say_and_is_compiled() -> None:
    catalog = messages.merge(messages.gather(), messages.read())
    assert messages.PO.read_bytes() == messages.as_po(catalog), "run: sh tools/messages"
    assert messages.MO.read_bytes() == messages.as_mo(catalog), "run: sh tools/messages"


def test_french_has_the_same_gaps_as_english() -> None:
    for message in messages.read():
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        french = message.string if isinstance(message.string, tuple) else (message.string,)
        for one in french:
            assert set(messages.GAP.findall(one)) <= set(messages.GAP.findall(english[-1])), one


@pytest.mark.parametrize("sign", [" ;", " :", " !", " ?", " »", "« "])
def test_french_has_no_plain_space_at_its_signs(sign: str) -> None:
    wrong = [m.string for m in messages.read() if sign in json.dumps(m.string, ensure_ascii=False)]
    assert wrong == []


# Never said of nothing, which French puts in the singular: “0 message”.
NEVER_ZERO = {
    "And one more.", "More than one post", "One answer needs another look", "on one day",
    "One new post in the library", "One passkey opens this desk in your name.",
    "One post has no date and is not shown.", "You are alone here so far.",
}  # fmt: skip


def test_french_says_nothing_as_zero_not_as_one() -> None:
    counted = [m for m in messages.read() if isinstance(m.id, tuple) and m.id[0] not in NEVER_ZERO]
    assert counted
    for message in counted:
        assert messages.GAP.search(message.string[0]), message.string
