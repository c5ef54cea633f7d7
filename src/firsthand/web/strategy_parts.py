"""The parts of the strategy's page: what each shows, and the questions in their order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language

from firsthand.plan import strategy_messages as say
from firsthand.plan.proposals import Proposals
from firsthand.plan.strategy_changes import in_words
from firsthand.plan.strategy_fields import Spec
from firsthand.plan.strategy_form import Form, Row, Typed, fields, form_of
from firsthand.plan.strategy_notes import Note, notes
from firsthand.records.errors import NotFound
from firsthand.records.message import Message
from firsthand.records.strategy import Strategy
from firsthand.records.strategy_words import SECTION, SECTIONS, VALUES, Section

#: The company's own lists, edited beside the harmony of the two plans.
COMPANY = ("topics", "key_messages", "embargoes", "quiet_periods", "red_lines")
#: The order in which the questions are asked: topics before those who are to hear of them.
QUESTIONS = (
    "aim", "objectives", "topics", "audiences", "communities", "cadence", "key_messages",
    "embargoes", "quiet_periods", "red_lines", "prepared_lines", "duties", "approvals", "leader",
)  # fmt: skip
#: The order in which the note is read; under which names people look for the leader comes last.
NOTE = (*(s.key for s in SECTIONS if s.key not in ("company", "leader")), "leader")
#: Records that are named by what they are about.
_NAMES = ("name", "kind")


@dataclass(frozen=True, slots=True)
class Fact:
    """One value with what it means, in the reader's words; a long one is a paragraph."""

    label: Message
    text: str
    long: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a part, or the only one: its name and what is said of it."""

    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page: its key, its words, what it holds and what is worth a thought."""

    key: str
    section: Section
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...] = ()

    @property
    def id(self) -> str:
        """Give the part's id on a page."""
        return f"part-{self.key.replace('.', '-')}"


def part(strategy: Strategy, key: str, advice: Iterable[Note] = ()) -> Part:
    """Give one part of a strategy.

    Raises:
        NotFound: there is no such part.
    """
    home, _, last = key.rpartition(".")
    known = last in COMPANY if home == "company" else not home and last in SECTION
    if not known:
        raise NotFound(say.NO_SECTION())
    form = form_of(strategy, key)
    entries = (_entry(form, row, strategy) for row in form.rows)
    about = () if home else tuple(note for note in advice if note.section == key)
    filled = tuple(entry for entry in entries if entry.name or entry.facts)
    return Part(key, SECTION[last], filled, about)


def parts(strategy: Strategy, keys: Iterable[str] = NOTE) -> list[Part]:
    """Give parts of a strategy with what is worth a thought in each."""
    advice = notes(strategy, timezone.localdate()) if strategy.aim or strategy.topics else ()
    return [part(strategy, key, advice) for key in keys]


def _entry(form: Form, row: Row, strategy: Strategy) -> Entry:
    name, facts = "", []
    for each in fields(form, row, strategy):
        if not any(each.typed) or (form.section == "leader" and each.spec.key == "leader"):
            continue
        text = _read(each.spec, each.typed)
        if form.several and each.spec.key in _NAMES:
            name = text
        else:
            facts.append(Fact(each.spec.label, text, each.spec.kind == "long"))
    return Entry(name, tuple(facts))


def _read(spec: Spec, typed: list[str]) -> str:
    """Write what is typed in a field as one reads it."""
    lang = get_language() or "en"
    if spec.kind == "flag":
        return say.YES.text(lang)
    if spec.kind == "date":
        return in_words(spec.key, date.fromisoformat(typed[0])).text(lang)
    if spec.kind == "number":
        return in_words(spec.key, float(typed[0])).text(lang)
    if spec.kind == "share":
        return in_words(spec.key, float(typed[0]) / 100).text(lang)
    named = spec.key not in ("topic", "topics") and spec.kind in ("choice", "select", "checks")
    return ", ".join(VALUES[text].text(lang) if named else text for text in typed)


def take(form: Form, found: Proposals, what: str) -> None:
    """Put one of the proposals into a form, in its first empty row or a new one."""
    typed = _proposed(found, what)
    if typed is None:
        return
    empty = [row for row in form.rows if not form.several or not row.name]
    row = empty[0] if empty else form.add()
    row.typed.update(typed)


def _proposed(found: Proposals, what: str) -> Typed | None:
    kind, _, name = what.partition(":")
    if kind == "rhythm" and found.rhythm:
        return {"posts_per_week": [f"{max(1.0, found.rhythm.per_week):g}"]}
    if kind == "people" and found.people:
        return {
            "name": [say.PEOPLE_ANSWERED.text(get_language() or "en")],
            "handles": [met.name for met in found.people],
            "target": ["1"],
        }
    for subject in found.subjects if kind == "topic" else ():
        if subject.name == name:
            return {
                "name": [name],
                "phrases_fr": list(subject.phrases_fr),
                "phrases_en": list(subject.phrases_en),
            }
    for group in found.groups if kind == "group" else ():
        if group.hashtag == name:
            hashtags, handles = [name], list(group.handles)
            return {"name": [name], "hashtags": hashtags, "handles": handles, "target": ["1"]}
    return None
