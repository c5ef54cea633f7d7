"""Every check against its cases: drafts on which it speaks, and drafts on which it is silent.

`cases/<check>.toml` holds `fires` and `silent` by language. A case is a text, or
a table with a `text`, what surrounds it (see `made.py`), and what to expect:
`marks` (the words marked) and `level`. `[usual]` surrounds all cases of the file.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.coach import made

from firsthand.coach.reviewing import review
from firsthand.coach.rules import LANGUAGES, names
from firsthand.records.finding import Finding

FOLDER = Path(__file__).parent / "cases"
LEAST = 2


def held(check: str) -> dict[str, Any]:
    path = FOLDER / f"{check}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def cases(outcome: str) -> Iterator[Any]:
    for check in names():
        data = held(check)
        for lang in LANGUAGES:
            for number, case in enumerate(data.get(outcome, {}).get(lang, []), start=1):
                given = {"text": case} if isinstance(case, str) else case
                usual = data.get("usual", {})
                yield pytest.param(check, {**usual, **given}, id=f"{check}-{lang}-{number}")


def found(check: str, case: Mapping[str, Any]) -> list[Finding]:
    said = review(made.draft(case), made.context(case)).findings
    return [finding for finding in said if finding.check == check]


@pytest.mark.parametrize("check", names())
def test_every_check_has_cases_in_both_languages(check: str) -> None:
    for outcome in ("fires", "silent"):
        for lang in LANGUAGES:
            assert len(held(check).get(outcome, {}).get(lang, [])) >= LEAST, (outcome, lang)


def test_every_file_of_cases_is_of_a_check() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} <= set(names())


@pytest.mark.parametrize(("check", "case"), list(cases("fires")))
def test_it_fires(check: str, case: Mapping[str, Any]) -> None:
    findings = found(check, case)
    assert findings
    if "marks" in case:
        assert case["marks"] in {case["text"][a:b] for f in findings for a, b in f.spans}
    if "level" in case:
        assert case["level"] in {str(finding.level) for finding in findings}


@pytest.mark.parametrize(("check", "case"), list(cases("silent")))
def test_it_stays_silent(check: str, case: Mapping[str, Any]) -> None:
    assert not found(check, case)
