"""Personal data: phone, e-mail, bank account, address, national number, state of health."""

import re
from collections.abc import Iterator

import phonenumbers
from stdnum import luhn

from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}")
_IBAN = re.compile(
    r"\b[A-Z]{2}\d{2}(?:[ \u00a0\u202f-]?[A-Z0-9]{4}){3,7}(?:[ \u00a0\u202f-]?[A-Z0-9]{1,3})?\b"
)
_NIR = re.compile(
    r"(?<!\d)[12][ .]?\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{2})?(?!\d)"
)
_US_UK = re.compile(
    r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])|\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
)
_CARD = re.compile(r"(?<!\d)\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?!\d)")
_CARD_WORD = re.compile(r"(?i)\b(?:carte|cb|card|visa|mastercard|amex)\b")
_KEYED = re.compile(
    r"(?i)\b(?:num[ée]ro de s[ée]cu\w*(?: sociale)?|s[ée]curit[ée] sociale|passeport|carte d['’]identit[ée]|"
    r"permis de conduire|social security(?: number)?|ssn|passport|national insurance|driver'?s licen[cs]e|"
    r"rib|iban|code pin|mot de passe|password|digicode|door code)\b[^\n.!?]{0,25}?[:\s]([A-Z0-9][A-Z0-9 ./-]*\d[A-Z0-9 ./-]*)"
)
_PHONE_HINT = re.compile(r"\d(?:[ .\-()\u00a0\u202f]*\d){7}")
_STREET = re.compile(
    r"(?i)\b\d{1,4}\s?(?:bis|ter|[a-d])?,?\s+(?:rue|avenue|av\.|boulevard|bd|impasse|all[ée]e|chemin|quai|cours|square|"
    r"route|passage|r[ée]sidence|faubourg)\s+(?:(?:de|du|des|la|le|les|d['’]|l['’])\s*)*\w[\w'’-]+(?:[ -]\w[\w'’-]+)?"
)
_STREET_EN = re.compile(
    r"\b\d{1,5}[A-Da-d]?,? (?:[NSEW]\.? )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Dr\.|Court|Crescent|Terrace|Boulevard|Blvd\.?|Close|Gardens|Way)\b"
)
_BIRTH = re.compile(
    r"(?i)\b(?:n[ée]e? le|date de naissance\W+|born on|date of birth\W+|dob\W+)\s*\w*\s*\d{1,2}[\s./-]\w+[\s./-]\d{2,4}"
    r"|(?i:\bborn on \w+ \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)
_REGIONS = {"fr": ("FR", "BE", "CH"), "en": ("US", "GB"), None: ("FR", "US", "GB")}
_PUBLIC_LINES = {
    phonenumbers.PhoneNumberType.TOLL_FREE,
    phonenumbers.PhoneNumberType.SHARED_COST,
    phonenumbers.PhoneNumberType.PREMIUM_RATE,
    phonenumbers.PhoneNumberType.UAN,
}


def look(view: View) -> Iterator[Finding]:
    """Mark each piece of personal data once, under the surest name."""
    taken: list[tuple[int, int]] = []
    for says, level, (start, end) in _found(view):
        if all(end <= first or start >= last for first, last in taken):
            taken.append((start, end))
            yield view.mark(start, end, says, level=level)
    for hit in view.hits("health"):
        yield view.mark(hit.start, hit.end, "health", level=Level.WARN)


def _found(view: View) -> Iterator[tuple[str, Level | None, tuple[int, int]]]:
    text = view.text
    for span in _emails(text, view.rules.words["public_mailboxes"]["any"]):
        yield "email", None, span
    if not any(map(str.isdigit, text)):
        return
    for says, span in _numbers(text):
        yield says, None, span
    for span in _phones(text, view.reading.lang):
        yield "phone", None, span
    yield from _places(view)
    for m in _BIRTH.finditer(text):
        yield "birth", Level.WARN, m.span()


def _numbers(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give bank accounts, cards, identity numbers, and codes said to be such."""
    for m in _IBAN.finditer(text):
        yield "bank", m.span()
    for pattern in (_NIR, _US_UK):
        for m in pattern.finditer(text):
            yield "number", m.span()
    for m in _CARD.finditer(text):
        if luhn.is_valid(re.sub(r"\D", "", m[0])) or _CARD_WORD.search(text[: m.start()][-20:]):
            yield "bank", m.span()
    for m in _KEYED.finditer(text):
        yield "number", (m.start(), m.end(1))


def _emails(text: str, public: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    if "@" in text:
        for m in _EMAIL.finditer(text):
            if m[1].lower() not in public:
                yield m.span()


def _phones(text: str, lang: str | None) -> Iterator[tuple[int, int]]:
    if not _PHONE_HINT.search(text):
        return
    for region in _REGIONS[lang]:
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            plain = match.raw_string.isdigit() and not match.raw_string.startswith("0")
            if not plain and phonenumbers.number_type(match.number) not in _PUBLIC_LINES:
                yield match.start, match.end


def _places(view: View) -> Iterator[tuple[str, Level | None, tuple[int, int]]]:
    """Mark addresses: a home stops, any other place is for the writer to judge."""
    homes = view.reading.found.get((view.rules.name, "home"), [])
    for pattern in (_STREET, _STREET_EN):
        for m in pattern.finditer(view.text):
            first, last = view.reading.sentence_at(m.start())
            at_home = any(first <= hit.start < last for hit in homes)
            yield "address", None if at_home else Level.WARN, m.span()
