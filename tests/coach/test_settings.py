"""What an organisation changes in the coach: checked, recorded, and in force at once."""

from datetime import UTC, datetime

import pytest

from firsthand.coach.context import Context
from firsthand.coach.reviewing import review
from firsthand.coach.rules import names, rules
from firsthand.coach.settings import Action, Change, Settings, read
from firsthand.records.errors import BadInput
from firsthand.records.finding import Level

AT = datetime(2026, 5, 4, 9, tzinfo=UTC)


def levels(text: str, settings: Settings) -> dict[str, Level]:
    found = review(text, Context(settings=settings)).findings
    return {finding.check: finding.level for finding in found}


def changed(*changes: Change) -> Settings:
    settings = Settings()
    for change in changes:
        settings = settings.changed(change)
    return settings


def test_a_term_is_added_and_taken_away() -> None:
    text = "Notre plan Tournesol avance, dit le jardinier."
    add = Change(action=Action.ADD_TERM, check="confidential", value="plan tournesol", lang="fr")
    drop = Change(action=Action.DROP_TERM, check="confidential", value="plan tournesol", lang="fr")
    assert "confidential" not in levels(text, Settings())
    assert "confidential" in levels(text, changed(add))
    assert "confidential" not in levels(text, changed(add, drop))


@pytest.mark.parametrize("check", [name for name in names() if rules(name).takes_terms])
def test_every_check_with_words_takes_terms(check: str) -> None:
    for lang in ("fr", "en"):
        one = Change(action=Action.ADD_TERM, check=check, value="tournesol*", lang=lang)
        assert changed(one).terms == {(check, lang): ("tournesol*",)}


def test_own_acronyms_are_no_longer_unknown_nor_shouted() -> None:
    text = "Le PLMX et la TRIGONOMA avancent bien ce mois-ci."
    assert {"acronym", "capitals"} <= levels(text, Settings()).keys()
    own = changed(
        Change(action=Action.ADD_TERM, check="acronym", value="plmx", lang="fr"),
        Change(action=Action.ADD_TERM, check="capitals", value="trigonoma", lang="fr"),
    )
    assert not {"acronym", "capitals"} & levels(text, own).keys()


def test_a_level_is_switched_and_switched_back() -> None:
    text = "Il faut créer des synergies."
    stop = Change(action=Action.LEVEL, check="jargon", value="stop")
    back = Change(action=Action.LEVEL, check="jargon", value="advise")
    assert levels(text, changed(stop))["jargon"] is Level.STOP
    assert levels(text, changed(stop, back))["jargon"] is Level.ADVISE


def test_praise_keeps_its_level() -> None:
    text = "Selon Claire Martin, une réunion sur deux est de trop."
    stop = Change(action=Action.LEVEL, check="credits", value="stop")
    assert levels(text, changed(stop))["credits"] is Level.PRAISE


def test_every_change_is_recorded_with_its_reason_its_author_and_its_time() -> None:
    mute = Change(action=Action.MUTE, check="promise", reason="lawyers", by="Anne", at=AT)
    unmute = Change(action=Action.UNMUTE, check="promise", by="Claire", at=AT)
    settings = changed(mute, unmute)
    assert settings.history == (mute, unmute)
    assert not settings.muted
    assert changed(mute).muted["promise"].reason == "lawyers"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Change(action=Action.MUTE, check="promise"), "reason"),
        (Change(action=Action.MUTE, check="manners", reason="why not"), "no check"),
        (Change(action=Action.LEVEL, check="jargon", value="praise"), "not a level"),
        (Change(action=Action.LEVEL, check="thanks", value="stop"), "only praises"),
        (Change(action=Action.ADD_TERM, check="length", value="x", lang="fr"), "no list"),
        (Change(action=Action.ADD_TERM, check="jargon", value="ab*", lang="fr"), "three letters"),
        (Change(action=Action.ADD_TERM, check="jargon", value="abc", lang="de"), "language"),
    ],
)
def test_a_change_that_means_nothing_is_refused(change: Change, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        Settings().changed(change)


def test_settings_are_read_from_a_file() -> None:
    settings = read(
        '[[change]]\ncheck = "jargon"\nlevel = "warn"\nadd.fr = ["tournesol"]\nby = "Anne"\n'
        'at = 2026-05-04T09:00:00Z\n[[change]]\ncheck = "promise"\nmute = true\nreason = "lawyers"\n'
    )
    assert [change.action for change in settings.history] == [
        Action.LEVEL,
        Action.ADD_TERM,
        Action.MUTE,
    ]
    assert settings.history[0].at == AT
    assert settings.levels == {"jargon": Level.WARN}


@pytest.mark.parametrize(
    "text",
    ["[[change", '[[change]]\ncheck = "jargon"', "change = 3", "[[change]]\nmute = true",
     '[[change]]\ncheck = "jargon"\nadd = "tournesol"'],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_why(text: str) -> None:
    with pytest.raises(BadInput):
        read(text)
