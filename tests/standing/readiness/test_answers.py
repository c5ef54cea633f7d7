"""Answers from a file: the template reads back, and every fault names its line."""

import pytest

from firsthand.records.errors import BadInput
from firsthand.standing.readiness.answers import check, read, template
from firsthand.standing.readiness.questions import questionnaire


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_template_reads_back_as_nothing_answered(lang: str) -> None:
    text = template(lang)
    assert read(text) == {}
    for question in questionnaire():
        assert question.text.text(lang) in text
        assert all(answer.text.text(lang) in text for answer in question.answers)


def test_a_filled_template_reads_back() -> None:
    text = template("en").replace('size = ""', 'size = "sme"').replace('aim = ""', "aim = 'clear'")
    assert read(text) == {"size": "sme", "aim": "clear"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('size = "sme"\n\nsise = "sme"', "Line 3: there is no question “sise”"),
        (
            '# comment\nsize = "huge"',
            "Line 2: “huge” is not an answer to “size”; choose among independent, sme,",
        ),
        ("size = 3", "Line 1: “3” is not an answer"),
        ('size = "sme', "Line 1: the answers cannot be read as TOML: a quote is"),
        ("size", "Line 1: the answers cannot be read as TOML: an “=” is missing"),
        ('[size]\na = "b"', "Line 1: “{'a': 'b'}” is not an answer to “size”"),
    ],
)
def test_faults_name_their_line(text: str, says: str) -> None:
    with pytest.raises(BadInput) as error:
        read(text)
    assert says in error.value.text("en")


def test_answers_of_a_form_are_checked_too() -> None:
    assert check({"size": "sme"}) == {"size": "sme"}
    with pytest.raises(BadInput, match="There is no question “nope”"):
        check({"nope": "x"})
    with pytest.raises(BadInput, match="choose among"):
        check({"size": "x"})
