"""An expression as a program for `scan`, and what must be there for it to match at all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.listen.match.forms import phrase
from firsthand.listen.match.plain import account
from firsthand.listen.match.tokens import tokens
from firsthand.records.query import (
    AllOf,
    AnyOf,
    Expression,
    From,
    Hashtag,
    InLanguage,
    Mention,
    Near,
    OnNetwork,
    Sought,
    Without,
)  # fmt: skip

ANY, AND, OR, NOT, LANGUAGE, NETWORK, NEAR = range(7)
AUTHOR = "from"
"""Set before the name of an author, so that it is no mention."""

Forms = tuple[tuple[str, ...], ...]
"""Words in a row, each with the forms that count as it."""


@dataclass(frozen=True, slots=True)
class Program:
    """What decides on a post: reverse Polish steps, none when any of `triggers` is enough.

    `triggers`: numbers of phrases, one of which at least is in every post that matches.
    """

    steps: tuple[int, ...]
    triggers: tuple[int, ...]
    near: frozenset[int]


def compiled_program(
    expression: Expression,
    number: Callable[[Forms], int],
    language: Callable[[str], int],
    network: Callable[[str], int],
) -> Program:
    """Give the program of an expression; the callables number phrases, languages, networks."""
    return _Compiler(number, language, network).program(expression)


@lru_cache(maxsize=65_536)
def forms_of(part: Sought) -> Forms:
    """Give the words in a row that stand for something in a text."""
    if isinstance(part, Hashtag):
        return ((tokens(f"#{part.tag}")[0].text,),)
    if isinstance(part, Mention):
        return ((account(part.handle),),)
    return phrase(part.text)


class _Compiler:
    def __init__(
        self,
        number: Callable[[Forms], int],
        language: Callable[[str], int],
        network: Callable[[str], int],
    ) -> None:
        self._number, self._language, self._network = number, language, network
        self._near: set[int] = set()

    def program(self, expression: Expression) -> Program:
        alone = self._atoms(expression)
        if alone is not None:
            return Program((), alone, frozenset())
        steps = tuple(self._steps(expression))
        _, triggers = self._triggers(expression) or (0.0, ())
        return Program(steps, triggers, frozenset(self._near))

    def _atoms(self, expression: Expression) -> tuple[int, ...] | None:
        """Give the phrases of which one is enough; None when the matter is less simple."""
        if isinstance(expression, From):
            return tuple(self._number(((AUTHOR + account(name),),)) for name in expression.authors)
        if isinstance(expression, AnyOf):
            found = [self._atoms(part) for part in expression.parts]
            known = [atoms for atoms in found if atoms is not None]
            return tuple(dict.fromkeys(sum(known, ()))) if len(known) == len(found) else None
        if isinstance(expression, AllOf | Without | Near | InLanguage | OnNetwork):
            return None
        return (self._number(forms_of(expression)),)

    def _steps(self, expression: Expression) -> Iterable[int]:
        match expression:
            case AllOf(parts):
                yield from self._folded(parts, AND)
            case AnyOf(parts) if self._atoms(expression) is None:
                yield from self._folded(parts, OR)
            case Without(part):
                yield from self._steps(part)
                yield NOT
            case InLanguage(langs):
                yield from (LANGUAGE, len(langs), *map(self._language, langs))
            case OnNetwork(networks):
                yield from (NETWORK, len(networks), *map(self._network, networks))
            case Near(left, right, distance):
                one, other = self._numbers(left), self._numbers(right)
                self._near.update(one, other)
                yield from (NEAR, distance, len(one), len(other), *one, *other)
            case _:
                atoms = self._atoms(expression) or ()
                yield from (ANY, len(atoms), *atoms)

    def _folded(self, parts: Sequence[Expression], step: int) -> Iterable[int]:
        yield from self._steps(parts[0])
        for part in parts[1:]:
            yield from self._steps(part)
            yield step

    def _numbers(self, parts: Sequence[Sought]) -> list[int]:
        return [self._number(forms_of(part)) for part in parts]

    def _triggers(self, expression: Expression) -> tuple[float, tuple[int, ...]] | None:
        """Give phrases of which every match has one, with how often they are to be expected."""
        match expression:
            case AllOf(parts):
                found = [self._triggers(part) for part in parts]
                return min((each for each in found if each is not None), default=None)
            case Near(left, right):
                return min(self._cost(left), self._cost(right))
            case AnyOf(parts):
                found = [self._triggers(part) for part in parts]
                known = [each for each in found if each is not None]
                if len(known) < len(found):
                    return None
                return sum(cost for cost, _ in known), sum((atoms for _, atoms in known), ())
            case From():
                atoms = self._atoms(expression) or ()
                return 1e-4 * len(atoms), atoms
            case Without() | InLanguage() | OnNetwork():
                return None
            case _:
                return self._cost((expression,))

    def _cost(self, parts: Sequence[Sought]) -> tuple[float, tuple[int, ...]]:
        """Guess how often some of the parts are met: the longer, the rarer."""
        forms = [forms_of(part) for part in parts]
        guess = sum(10.0 ** -(sum(len(word[0]) for word in row) / 3) for row in forms)
        return guess, tuple(map(self._number, forms))
