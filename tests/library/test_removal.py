"""Emptying a library."""

import pytest
from tests.library.made import post

from firsthand.library import removal, tallies
from firsthand.library.models import Tally
from firsthand.library.query import Question, question
from firsthand.library.search import search
from firsthand.library.shelf import shelve
from firsthand.people.founding import found
from firsthand.people.models import Leader


def test_nothing_is_left_and_others_keep_theirs(
    leader: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removal, "BATCH", 2)
    other = found("Paul Durand")
    shelve(leader, [post(n, "Bonjour", lang=None) for n in range(5)])
    shelve(other, [post(1, "Bonjour")])
    leader.imports.create(name="x.zip", state="done")
    assert removal.empty(leader) == 5
    assert search(leader, question({"q": "bonjour"})).total == 0
    assert not Tally.objects.filter(leader=leader).exists()
    assert not leader.imports.exists()
    assert search(other, question({"q": "bonjour"})).total == 1
    assert tallies.total(other, Question()) == 1


def test_an_emptied_library_fills_again(leader: Leader) -> None:
    shelve(leader, [post(1, "Bonjour")])
    removal.empty(leader)
    assert shelve(leader, [post(1, "Bonsoir")]).imported == 1
    assert search(leader, question({"q": "bonjour"})).hits == []
    assert search(leader, question({"q": "bonsoir"})).total == 1
