"""A strategy written as TOML, each part introduced by the leader's own question."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from firsthand.records import strategy_words as words
from firsthand.records.message import Message
from firsthand.records.strategy import (
    APPROVAL_KINDS,
    ROLES,
    Approval,
    Company,
    Duty,
    Strategy,
)
from firsthand.records.strategy_plain import to_plain

HEAD = Message(
    "A strategy for Firsthand. What follows a # is only there to help; keep the words before the =.",
    "Une stratégie pour Firsthand. Ce qui suit un # n'est là que pour aider ; gardez les mots qui précèdent les =.",
)
HOW_TO_ADD = Message(
    "To add one, copy these lines without their #:",
    "Pour en ajouter, copiez ces lignes sans leur # :",
)
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\t": "\\t",
    "\n": "\\n",
    "\r": "\\r",
    "\b": "\\b",
    "\f": "\\f",
}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')
_BODY_ESCAPED = re.compile(r"[\\\x00-\x08\x0b-\x1f\x7f]")
_SAMPLES = {str: '"…"', float: "3", bool: "true", date: "2026-05-04", time: "22:00:00"}


def write(strategy: Strategy, lang: str = "en") -> str:
    """Write a strategy as TOML with comments in `fr` or `en`; reading it gives it back."""
    blocks = [_comment(HEAD.text(lang)), _top(strategy, lang)]
    hints = get_type_hints(Strategy)
    plain = to_plain(strategy)
    for section in words.SECTIONS:
        if section.key in ("leader", "aim", "company"):
            continue
        blocks.append(_heading(section, lang))
        hint = hints[section.key]
        if isinstance(hint, type):
            blocks.append(_single(section.key, hint, plain.get(section.key, {}), lang))
        else:
            blocks.append(_several(section.key, hint, plain.get(section.key, ()), lang))
    blocks.append(_company(plain.get("company", {}), lang))
    return "\n\n".join(block for block in blocks if block) + "\n"


def write_company(company: Company, lang: str = "en") -> str:
    """Write a company's plan as TOML, a file of its own."""
    return _company(to_plain(company), lang) + "\n"


def bare(strategy: Strategy) -> str:
    """Write a strategy as TOML without comments or empty sections; reading it gives it back."""
    return "".join(_bare("", to_plain(strategy)))


def _bare(path: str, plain: Mapping[str, Any]) -> Iterator[str]:
    tables = {key: value for key, value in plain.items() if _is_nested(value)}
    yield from (f"{key} = {_value(value)}\n" for key, value in plain.items() if key not in tables)
    for key, value in tables.items():
        below = f"{path}.{key}" if path else key
        for record in value if isinstance(value, list) else ():
            yield f"\n[[{below}]]\n"
            yield from _bare(below, record)
        if isinstance(value, dict):
            yield f"\n[{below}]\n"
            yield from _bare(below, value)


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict))


def text(value: str) -> str:
    r"""Write text as a TOML string, over several lines when it has some.

    >>> text('He said "no"')
    '"He said \\"no\\""'
    """
    if "\n" not in value:
        return f'"{_ESCAPED.sub(_escape, value)}"'
    body = _BODY_ESCAPED.sub(_escape, value).replace('"""', '""\\"')
    if body.endswith('"'):
        body = f'{body[:-1]}\\"'
    return f'"""\n{body}"""'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _value(value: Any) -> str:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | int):
        return str(int(value)) if value == int(value) and value < 1e15 else repr(value)
    if isinstance(value, list):
        return _list(value)
    return str(value.isoformat())


def _list(values: list[str]) -> str:
    items = [f'"{_ESCAPED.sub(_escape, value)}"' for value in values]
    line = f"[{', '.join(items)}]"
    if len(line) <= 90:
        return line
    return "[\n" + "".join(f"  {item},\n" for item in items) + "]"


def _comment(sentence: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in sentence.split("\n"))


def _heading(section: words.Section, lang: str) -> str:
    said = [f"── {section.title.text(lang)} ──", section.question.text(lang)]
    if section.help:
        said.append(section.help.text(lang))
    return _comment("\n".join(said))


def _top(strategy: Strategy, lang: str) -> str:
    aim = words.SECTION["aim"]
    rows = [_heading(words.SECTION["leader"], lang)]
    rows += [
        _row(key, getattr(strategy, key), words.label("", key).text(lang))
        for key in ("leader", "names", "handles")
    ]
    rows += ["", _heading(aim, lang), f"aim = {text(strategy.aim)}"]
    share = words.label("", "own_share").text(lang)
    shown = (
        "# own_share = 0.33"
        if strategy.own_share is None
        else f"own_share = {_value(strategy.own_share)}"
    )
    rows += ["", f"{shown}  # {share}"]
    return "\n".join(rows)


def _row(key: str, value: Any, meaning: str) -> str:
    shown = _value(list(value) if isinstance(value, tuple) else value)
    return (
        f"{_comment(meaning)}\n{key} = {shown}"
        if "\n" in shown
        else f"{key} = {shown}  # {meaning}"
    )


def _single(path: str, kind: type, plain: Mapping[str, Any], lang: str) -> str:
    rows = [f"[{path}]"]
    for item, hint in _scalars(kind):
        meaning = words.label(path, item.name).text(lang)
        if item.name in plain:
            rows.append(_row(item.name, plain[item.name], meaning))
        else:
            rows.append(f"# {item.name} = {_sample(item, hint)}  # {meaning}")
    return "\n".join(rows)


def _several(path: str, hint: Any, plain: list[Mapping[str, Any]], lang: str) -> str:
    kind = get_args(hint)[0]
    blocks = [_skeleton(path, kind, lang)]
    for record in plain:
        rows = [f"{key} = {_value(value)}" for key, value in record.items()]
        blocks.append("\n".join([f"[[{path}]]", *rows]))
    return "\n\n".join(blocks)


def _skeleton(path: str, kind: type, lang: str) -> str:
    rows = [HOW_TO_ADD.text(lang), f"[[{path}]]"]
    section = path.removeprefix("company.")
    for item, hint in _scalars(kind):
        meaning = words.label(section, item.name).text(lang)
        choices = _choices(kind, item, hint)
        if choices:
            meaning += f" : {choices}" if lang.startswith("fr") else f": {choices}"
        rows.append(f"{item.name} = {_sample(item, hint)}  # {meaning}")
    return _comment("\n".join(rows))


def _company(plain: Mapping[str, Any], lang: str) -> str:
    blocks = [_heading(words.SECTION["company"], lang), _single("company", Company, plain, lang)]
    for key, hint in get_type_hints(Company).items():
        if _is_tables(hint):
            blocks.append(_several(f"company.{key}", hint, plain.get(key, []), lang))
    return "\n\n".join(blocks)


def _is_tables(hint: Any) -> bool:
    return get_origin(hint) is tuple and is_dataclass(get_args(hint)[0])


def _scalars(kind: type) -> Iterator[tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    for item in fields(kind):
        if not _is_tables(hints[item.name]):
            yield item, hints[item.name]


def _sample(item: Field[Any], hint: Any) -> str:
    if get_origin(hint) is tuple:
        return '["…", "…"]'
    inner = next((each for each in get_args(hint) if each is not type(None)), hint)
    if issubclass(inner, StrEnum):
        return f'"{next(iter(inner)) if item.default is MISSING else item.default}"'
    return _SAMPLES[inner]


def _choices(kind: type, item: Field[Any], hint: Any) -> str:
    if kind is Approval:
        return ", ".join(APPROVAL_KINDS if item.name == "kind" else ROLES[:-1])
    if kind is Duty and item.name == "role":
        return ", ".join(ROLES)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ", ".join(hint)
    return ""
