"""A section of a strategy as rows of plain text that a person fills in, and back.

A form is a list of rows; a row has an id, which is part of the names of its
fields, and texts as they were typed. A row taken out stays in the form, put
aside, until the form is saved, so that it can be put back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from firsthand.plan import strategy_fields as kinds
from firsthand.plan.strategy_fields import Spec
from firsthand.records.message import Message, Said
from firsthand.records.strategy import Strategy, Topic
from firsthand.records.strategy_plain import Fault, from_plain, to_plain

Typed = dict[str, list[str]]
#: Sections that are a few values instead of a list of records.
SINGLE = frozenset({"leader", "aim", "cadence", "company"})


class Sent(Protocol):
    """What a browser sent: several texts under one name."""

    def getlist(self, key: str) -> list[str]:
        """Give all the texts under a name."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row, as a page shows it."""

    spec: Spec
    id: str
    typed: list[str]
    faults: tuple[Said, ...] = ()

    @property
    def text(self) -> str:
        """Give what was typed; several texts one a line."""
        return "\n".join(self.typed)


@dataclass(slots=True)
class Row:
    """One record, or the only one, as typed; `was` is the name that it came with."""

    id: str
    typed: Typed
    was: str = ""
    faults: dict[str, list[Said]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Give the name typed, to speak of the row."""
        return " ".join(self.typed.get("name", [])).strip() or self.was


@dataclass(slots=True)
class Form:
    """A section being written: its rows, and those put aside."""

    section: str
    rows: list[Row]
    aside: list[Row] = field(default_factory=list)
    faults: list[Said] = field(default_factory=list)

    @property
    def several(self) -> bool:
        """Say whether rows can be added and taken out."""
        return self.section not in SINGLE

    def add(self, typed: Typed | None = None) -> Row:
        """Add a row, empty or with something typed, under an id of its own."""
        used = {int(row.id) for row in (*self.rows, *self.aside)}
        row = Row(str(max(used, default=-1) + 1), typed or {})
        self.rows.append(row)
        return row

    def put_aside(self, row_id: str) -> None:
        """Take a row out; one in which nothing was typed is not kept."""
        for row in [row for row in self.rows if row.id == row_id]:
            self.rows.remove(row)
            if any(any(texts) for texts in row.typed.values()):
                self.aside.append(row)

    def put_back(self, row_id: str) -> None:
        """Put a row back where rows end."""
        for row in [row for row in self.aside if row.id == row_id]:
            self.aside.remove(row)
            self.rows.append(row)


def form_of(strategy: Strategy, section: str) -> Form:
    """Give a section of a strategy as a form; a list without records has one empty row."""
    specs = kinds.specs(section)
    if section in SINGLE:
        record: Any = _holder(strategy, section)
        typed = {
            spec.key: kinds.to_text(spec, getattr(_home(strategy, record, spec.key), spec.key))
            for spec in specs
        }
        return Form(section, [Row("0", typed)])
    rows = [
        Row(
            str(n),
            {spec.key: kinds.to_text(spec, getattr(record, spec.key)) for spec in specs},
            was=getattr(record, "name", ""),
        )
        for n, record in enumerate(_records(strategy, section))
    ]
    form = Form(section, rows)
    if not rows:
        form.add()
    return form


def sent_form(sent: Sent, section: str) -> Form:
    """Read a form as a browser sent it."""
    specs = kinds.specs(section)

    def row(row_id: str) -> Row:
        typed = {spec.key: sent.getlist(f"{row_id}-{spec.key}") for spec in specs}
        return Row(row_id, typed, was=" ".join(sent.getlist(f"{row_id}-was")))

    return Form(section, [row(n) for n in _ids(sent, "row")], [row(n) for n in _ids(sent, "aside")])


def fields(form: Form, row: Row, strategy: Strategy) -> list[Field]:
    """Give the fields of a row, choices from the strategy included."""
    return [
        Field(
            replace(spec, options=_options(strategy, form.section, row, spec)),
            f"{row.id}-{spec.key}",
            row.typed.get(spec.key, []),
            tuple(row.faults.get(spec.key, ())),
        )
        for spec in kinds.specs(form.section)
    ]


def applied(strategy: Strategy, form: Form) -> Strategy | None:
    """Put a form into a strategy; `None` when something is wrong, told in the form's faults."""
    values = [_values(row, kinds.specs(form.section)) for row in form.rows]
    kept = [
        (row, plain) for row, plain in zip(form.rows, values, strict=True) if plain or row.faults
    ]
    plain = to_plain(strategy)
    _put(plain, form, [each for _, each in kept])
    if form.section == "topics":
        _rename(plain, strategy.topics, [row for row, _ in kept])
    changed, faults = from_plain(plain)
    for fault in faults:
        _tell(form, [row for row, _ in kept], fault)
    wrong = faults or any(row.faults for row in form.rows)
    return None if wrong else changed


def _ids(sent: Sent, name: str) -> list[str]:
    """Give the ids of rows, each once; anything else than a small number is not ours."""
    return list(dict.fromkeys(n for n in sent.getlist(name)[:500] if n.isdecimal() and len(n) < 6))


def _values(row: Row, specs: Sequence[Spec]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for spec in specs:
        value, fault = kinds.from_text(spec, row.typed.get(spec.key, []))
        if fault:
            row.faults.setdefault(spec.key, []).append(fault)
        elif value is not None:
            plain[spec.key] = value
    said = {key for key in plain if not kinds.is_default(key)}
    return plain if said else {}


def _put(plain: dict[str, Any], form: Form, values: list[dict[str, Any]]) -> None:
    section = form.section
    if section not in SINGLE:
        home = plain.setdefault("company", {}) if section.startswith("company.") else plain
        home[section.removeprefix("company.")] = values
        return
    told = values[0] if values else {}
    for key in (spec.key for spec in kinds.specs(section)):
        inner = section in ("cadence", "company") and key != "own_share"
        home = plain.setdefault(section, {}) if inner else plain
        home.pop(key, None)
        if key in told:
            home[key] = told[key]


def _rename(plain: dict[str, Any], old: Sequence[Topic], rows: Sequence[Row]) -> None:
    """Let audiences and key messages follow topics that were renamed or taken out."""
    now = {row.was: row.name for row in rows if row.was}
    gone = {topic.name for topic in old} - set(now)

    def follow(name: str) -> str:
        return now.get(name, name)

    for audience in plain.get("audiences", []):
        if "topics" in audience:
            followed = (follow(name) for name in audience["topics"] if name not in gone)
            audience["topics"] = list(dict.fromkeys(followed))
    company = plain.get("company", {})
    theirs = {topic["name"] for topic in company.get("topics", [])}
    for message in (*plain.get("key_messages", []), *company.get("key_messages", [])):
        name = message.get("topic")
        if name in gone and name not in theirs:
            del message["topic"]
        elif name in now and name not in theirs:
            message["topic"] = follow(name)


def _tell(form: Form, rows: Sequence[Row], fault: Fault) -> None:
    """Put a fault beside the field that it is about, or over the form."""
    depth = len(form.section.split("."))
    at = ".".join(str(part) for part in fault.path[:depth])
    below = fault.path[depth:]
    if form.several and at == form.section and below and isinstance(below[0], int):
        row = rows[below[0]]
        key = str(below[1]) if len(below) > 1 else "name"
        row.faults.setdefault(key, []).append(fault.reason)
    elif not form.several and rows:
        key = next((str(part) for part in reversed(fault.path) if isinstance(part, str)), "")
        rows[0].faults.setdefault(key, []).append(fault.reason)
    else:
        form.faults.append(fault.reason)


def _holder(strategy: Strategy, section: str) -> Any:
    return getattr(strategy, section) if section in ("cadence", "company") else strategy


def _home(strategy: Strategy, record: Any, key: str) -> Any:
    return strategy if key == "own_share" else record


def _records(strategy: Strategy, section: str) -> Sequence[Any]:
    home: Any = strategy.company if section.startswith("company.") else strategy
    records: Sequence[Any] = getattr(home, section.removeprefix("company."))
    return records


def _options(
    strategy: Strategy, section: str, row: Row, spec: Spec
) -> tuple[tuple[str, Message], ...]:
    if spec.key not in ("topic", "topics"):
        return spec.options
    names = [topic.name for topic in strategy.topics]
    if spec.key == "topic":
        theirs = [topic.name for topic in strategy.company.topics]
        names = [*theirs, *names] if section.startswith("company.") else [*names, *theirs]
    typed = [name for name in row.typed.get(spec.key, []) if name]
    every = dict.fromkeys([*names, *typed])
    return tuple((name, Message(name, name)) for name in every)
