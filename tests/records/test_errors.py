"""The tree of errors: each carries one sentence, and says whether to try again."""

import pytest

from firsthand.records import errors
from firsthand.records.errors import FirsthandError
from firsthand.records.message import Message

SAID = Message("“{name}” is empty.", "« {name} » est vide.")
ALL = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, FirsthandError)
]


@pytest.mark.parametrize("kind", ALL)
def test_every_error_speaks_both_languages(kind: type[FirsthandError]) -> None:
    error = kind(SAID(name="a.zip"))
    assert str(error) == error.text("en") == "“a.zip” is empty."
    assert error.text("fr") == "«\u00a0a.zip\u00a0» est vide."


@pytest.mark.parametrize(
    ("kind", "family"),
    [
        (errors.UnreadableArchive, errors.BadInput),
        (errors.BadSetting, errors.BadInput),
        (errors.Refused, errors.NetworkError),
        (errors.RetryLater, errors.NetworkError),
        (errors.OutcomeUnknown, errors.NetworkError),
    ],
)
def test_the_tree_is_as_it_is_drawn(
    kind: type[FirsthandError], family: type[FirsthandError]
) -> None:
    assert issubclass(kind, family)


def test_the_drawing_names_every_error_and_no_other() -> None:
    drawn = {line.strip("├└─│ ").split()[0] for line in (errors.__doc__ or "").splitlines()[2:]}
    assert drawn == {kind.__name__ for kind in ALL}


def test_an_unknown_outcome_is_never_taken_for_one_to_try_again() -> None:
    assert not issubclass(errors.OutcomeUnknown, errors.RetryLater)
    assert not issubclass(errors.Corrupt, errors.BadInput)
