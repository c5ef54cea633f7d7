"""Lines of keys, against a file in which each value says its own line."""

import tomllib
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.records.strategies import strategies

from firsthand.records.strategy import Strategy
from firsthand.records.strategy_file import write
from firsthand.records.strategy_lines import Path, line_of, lines

TRICKY = '''# a = 1
"b.c" = 3
d.e = "a # b"  # d
f = """
[[no]]
g = 1
"""
h = [
  "[i]", # ]
  { j = 1 },
]
'k' = \'\'\'
l = 1\'\'\'
[m]
[[m.n]]
o = 15
[[m.n]]
  o = 17
[m.n.p]
q = 19
'''


def test_lines_of_keys_are_those_that_a_person_sees() -> None:
    assert lines(TRICKY) == {
        ("b.c",): 2, ("d", "e"): 3, ("f",): 4, ("h",): 8, ("k",): 12, ("m",): 14,
        ("m", "n", 0): 15, ("m", "n", 0, "o"): 16, ("m", "n", 1): 17, ("m", "n", 1, "o"): 18,
        ("m", "n", 1, "p"): 19, ("m", "n", 1, "p", "q"): 20,
    }  # fmt: skip


def test_a_key_without_a_line_of_its_own_has_that_of_its_holder() -> None:
    assert line_of(("h", 1, "j"), lines(TRICKY)) == 8
    assert line_of(("z",), lines(TRICKY)) is None


def paths(value: Any, path: Path = ()) -> set[Path]:
    """Every path of a parsed file, the slow way; lists of plain values count as one."""
    if isinstance(value, dict):
        inner = [paths(each, (*path, key)) for key, each in value.items()]
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        return set().union(*(paths(each, (*path, n)) for n, each in enumerate(value)))
    else:
        return {path}
    return {path}.union(*inner) - {()}


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(strategies())
def test_every_key_of_a_written_strategy_has_its_line(strategy: Strategy) -> None:
    text = write(strategy)
    found = lines(text)
    assert set(found) == paths(tomllib.loads(text))
    rows = text.split("\n")
    for path, line in found.items():
        key = next(str(part) for part in reversed(path) if isinstance(part, str))
        assert key in rows[line - 1]
