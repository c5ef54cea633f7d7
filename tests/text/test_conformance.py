"""X's published conformance cases, run when ../shared is there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from firsthand.text.entities import cashtags, hashtags, mentions, reply_to, urls
from firsthand.text.lengths import measure
from firsthand.text.weighted import weighted_length, weights

Shared = Callable[[str], Path]


@pytest.fixture(scope="session")
def extract(shared: Shared) -> dict[str, list[dict[str, Any]]]:
    path = shared("conformance/twitter-text/extract.yml")
    tests: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text("utf-8"))["tests"]
    return tests


def check(cases: list[dict[str, Any]], find: Callable[[str], object]) -> None:
    assert cases
    wrong = [
        (case["description"], case["text"], case["expected"], find(case["text"]))
        for case in cases
        if find(case["text"]) != case["expected"]
    ]
    assert not wrong, "\n".join(map(repr, wrong))


@pytest.mark.parametrize("group", ["urls", "tco_urls_with_params", "urls_with_directional_markers"])
def test_links(extract: dict[str, list[dict[str, Any]]], group: str) -> None:
    if group == "urls_with_directional_markers":
        check(extract[group], lambda text: spans("url", urls(text)))
    else:
        check(extract[group], lambda text: [found.text for found in urls(text)])


def spans(name: str, found: list[Any], *extra: str) -> list[dict[str, object]]:
    return [{name: e.text, "indices": [e.start, e.end]} for e in found]


def test_links_with_spans(extract: dict[str, list[dict[str, Any]]]) -> None:
    check(extract["urls_with_indices"], lambda text: spans("url", urls(text)))


def test_mentions(extract: dict[str, list[dict[str, Any]]]) -> None:
    check(extract["mentions"], lambda text: [m.text for m in mentions(text)])
    check(extract["mentions_with_indices"], lambda text: spans("screen_name", mentions(text)))
    check(
        extract["mentions_or_lists_with_indices"],
        lambda text: [
            {"screen_name": m.text, "list_slug": m.slug, "indices": [m.start, m.end]}
            for m in mentions(text)
        ],
    )
    check(extract["replies"], reply_to)


@pytest.mark.parametrize("group", ["hashtags", "hashtags_from_astral"])
def test_hashtags(extract: dict[str, list[dict[str, Any]]], group: str) -> None:
    check(extract[group], lambda text: [h.text for h in hashtags(text)])


def test_hashtags_with_spans(extract: dict[str, list[dict[str, Any]]]) -> None:
    check(extract["hashtags_with_indices"], lambda text: spans("hashtag", hashtags(text)))


def test_cashtags(extract: dict[str, list[dict[str, Any]]]) -> None:
    check(extract["cashtags"], lambda text: [c.text for c in cashtags(text)])
    check(extract["cashtags_with_indices"], lambda text: spans("cashtag", cashtags(text)))


@pytest.fixture(scope="session")
def validate(shared: Shared) -> dict[str, list[dict[str, Any]]]:
    path = shared("conformance/twitter-text/validate.yml")
    tests: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text("utf-8"))["tests"]
    return tests


WEIGHTED = {
    "WeightedTweetsCounterTest": "v2",
    "WeightedTweetsWithDiscountedEmojiCounterTest": "v3",
    "UnicodeDirectionalMarkerCounterTest": "v3",
}
UNSAYABLE = "Handle invalid characters"


@pytest.mark.parametrize(("group", "version"), WEIGHTED.items())
def test_weighted_lengths(
    validate: dict[str, list[dict[str, Any]]], group: str, version: str
) -> None:
    cases = [case | {"expected": case["expected"]["weightedLength"]} for case in validate[group]]
    check(cases, lambda text: weighted_length(text, version))


@pytest.mark.parametrize(("group", "version"), WEIGHTED.items())
def test_what_fits_and_how_full_it_is(
    validate: dict[str, list[dict[str, Any]]], group: str, version: str
) -> None:
    limit = weights(version).limit
    cases = [
        case | {"expected": (case["expected"]["valid"], case["expected"]["permillage"])}
        for case in validate[group]
        if case["description"] != UNSAYABLE
    ]
    lengths = {case["text"]: weighted_length(case["text"], version) for case in cases}
    check(cases, lambda text: (0 < lengths[text] <= limit, lengths[text] * 1000 // limit))


@pytest.mark.skip(
    reason="U+FFFE, U+FEFF, U+FFFF: X refuses them whatever the length, told on sending"
)
def test_characters_that_x_refuses() -> None: ...


def test_whole_posts_that_are_as_valid_today_as_at_140(
    validate: dict[str, list[dict[str, Any]]],
) -> None:
    cases = [case for case in validate["tweets"] if "141" not in case["description"]]
    assert len(cases) == 6
    check(cases, lambda text: bool(text) and measure(text, "x").fits)


@pytest.mark.skip(
    reason="“141 characters” is too long under configuration v1 only; v2 and v3 allow 280"
)
def test_the_limit_of_140() -> None: ...


def test_names_lists_and_hashtags_that_are_valid_as_a_whole(
    validate: dict[str, list[dict[str, Any]]],
) -> None:
    check(validate["usernames"], lambda text: [m.text for m in mentions(text)] == [text[1:]])
    check(
        validate["lists"],
        lambda text: any(m.slug and (m.start, m.end) == (0, len(text)) for m in mentions(text)),
    )
    check(validate["hashtags"], lambda text: [h.text for h in hashtags(text)] == [text[1:]])


# A strict reader of addresses takes these; X's finder of links in a text does not, or not whole.
ADDRESSES_ONLY = {
    "Valid url: port and userinfo",
    "Valid url: ipv4",
    "Valid url: ipv6",
    "Valid url: sub delims and question marks",
}


@pytest.mark.parametrize("group", ["urls", "urls_without_protocol"])
def test_links_that_are_valid_as_a_whole(
    validate: dict[str, list[dict[str, Any]]], group: str
) -> None:
    cases = [case for case in validate[group] if case["description"] not in ADDRESSES_ONLY]
    check(cases, lambda text: [found.text for found in urls(text)] == [text])


@pytest.mark.skip(reason="user:password@, IPv4, IPv6 and a final + are no links in a text on X")
def test_addresses_that_are_no_links_in_a_text() -> None: ...


def test_every_group_is_run(validate: dict[str, list[dict[str, Any]]]) -> None:
    others = {"tweets", "usernames", "lists", "hashtags", "urls", "urls_without_protocol"}
    assert set(validate) == set(WEIGHTED) | others
