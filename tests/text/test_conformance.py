"""X's published conformance cases, run when ../shared is there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from firsthand.text.entities import cashtags, hashtags, mentions, reply_to, urls
from firsthand.text.weighted import weighted_length

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


@pytest.mark.parametrize(
    ("group", "version"),
    [
        ("WeightedTweetsCounterTest", "v2"),
        ("WeightedTweetsWithDiscountedEmojiCounterTest", "v3"),
        ("UnicodeDirectionalMarkerCounterTest", "v3"),
    ],
)
def test_weighted_lengths(
    validate: dict[str, list[dict[str, Any]]], group: str, version: str
) -> None:
    cases = [case | {"expected": case["expected"]["weightedLength"]} for case in validate[group]]
    check(cases, lambda text: weighted_length(text, version))
