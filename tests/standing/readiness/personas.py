"""Leaders one meets, as answers, with the verdict that an adviser to chief executives would give.

Each persona says only how it differs from an ordinary, willing head; the argument
stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.standing.measure import Measured, figure
from firsthand.standing.messages import REPLIES

ORDINARY = {
    "size": "sme",
    "sector": "services",
    "accessible": "some",
    "modern": "glad",
    "responsive": "day",
    "leader": "trade",
    "harmony": "talking",
    "aim": "clear",
    "commitment": "willing",
    "time": "half_hour",
    "writing": "together",
    "clarity": "mostly",
    "ideas": "year",
    "judgement": "sleep",
    "temper": "reread",
    "trends": "sources",
    "true": "careful",
    "simple": "clear",
    "medium": "reader",
    "listening": "questions",
    "litigation": "no",
    "market": "no",
    "storms": "never",
    "family": "no",
    "cover": "trusted",
    "sunday": "me",
    "presence": "nothing",
}


@dataclass(frozen=True)
class Persona:
    name: str
    verdict: str
    because: str
    differs: Mapping[str, str] = field(default_factory=dict)
    leaves_open: tuple[str, ...] = ()

    @property
    def answers(self) -> dict[str, str]:
        answers = {**ORDINARY, **self.differs}
        return {name: value for name, value in answers.items() if name not in self.leaves_open}


PERSONAS = [
    Persona(
        "SME head with an open mind and time",
        "go",
        "wants it, writes it, has someone who rereads; little to fear in a firm that nobody sues",
        {"commitment": "eager", "time": "hours", "writing": "me", "accessible": "many"},
    ),
    Persona(
        "ordinary willing head",
        "go",
        "nothing outstanding and nothing missing: one learns the rest by doing",
    ),
    Persona(
        "multinational head in litigation, counsel asks for silence",
        "abstain",
        "every word is read by the other side; no gain is worth going against counsel",
        {"size": "multinational", "litigation": "silence", "market": "rules", "sunday": "two", "harmony": "agreed"},
    ),
    Persona(
        "multinational head in litigation, nothing settled with counsel",
        "prepare",
        "not forbidden, but one page agreed with counsel comes first",
        {"size": "multinational", "litigation": "serious", "market": "rules", "sunday": "two", "harmony": "agreed"},
    ),
    Persona(
        "multinational head, everything in place",
        "go",
        "rules written, harmony agreed, two names for Sunday: the risks are known and covered",
        {
            "size": "multinational", "sector": "consumer", "accessible": "many", "modern": "expected",
            "responsive": "hour", "harmony": "agreed", "aim": "written", "judgement": "ask", "temper": "calm",
            "market": "rules", "litigation": "minor", "storms": "past", "family": "protected", "sunday": "two",
        },
    ),
    Persona(
        "multinational head who never spoke of it with the press office",
        "prepare",
        "in a house where others speak in its name every day, two uncoordinated voices do harm",
        {"size": "multinational", "harmony": "not_discussed", "market": "rules", "sunday": "two"},
    ),
    Persona(
        "independent consultant",
        "go",
        "expertise is what is sold; nobody rereads, but only one name is at stake",
        {
            "size": "independent", "leader": "widely", "commitment": "eager", "writing": "me", "ideas": "month",
            "harmony": "not_discussed", "cover": "nobody", "sunday": "me", "presence": "active",
        },
    ),
    Persona(
        "head whose press officer would write everything",
        "abstain",
        "posts that pass for the leader's and are not are artificial, and are found out",
        {"size": "large", "writing": "others", "commitment": "willing", "sunday": "two", "harmony": "agreed"},
    ),
    Persona(
        "head pushed by the board, a few minutes a week, others write and some is reworked",
        "prepare",
        "not refused, but too little comes from the leader: try five posts by hand before deciding",
        {"commitment": "pushed", "time": "minutes", "writing": "rework", "ideas": "long_ago", "clarity": "page",
         "true": "official", "simple": "release", "listening": "read_only", "medium": "little"},
    ),
    Persona(
        "temper, nights, regrets and nobody who rereads",
        "abstain",
        "one bad evening costs more than years of presence bring",
        {"temper": "at_once", "judgement": "regrets", "cover": "nobody", "presence": "active", "commitment": "eager"},
    ),
    Persona(
        "temper, but someone who rereads",
        "prepare",
        "the brake exists; it must be agreed that answers to attacks pass through it",
        {"temper": "at_once", "judgement": "instinct", "cover": "trusted", "presence": "active", "commitment": "eager"},
    ),
    Persona(
        "listed company in a quiet period",
        "abstain",
        "no time to begin; look again once the results are out",
        {"size": "large", "market": "now", "sunday": "two", "harmony": "agreed"},
    ),
    Persona(
        "listed company without written rules",
        "prepare",
        "one sentence on results at the wrong time is an offence: one page from general counsel first",
        {"size": "large", "market": "no_rules", "sunday": "two", "harmony": "agreed"},
    ),
    Persona(
        "founder of a consumer brand, covered at weekends",
        "go",
        "the plainest gain of all sectors, and somebody watches when customers speak",
        {"sector": "consumer", "accessible": "many", "responsive": "hour", "leader": "widely", "modern": "expected",
         "commitment": "eager", "time": "hours", "writing": "me", "true": "same", "simple": "plain", "sunday": "two",
         "storms": "past"},
    ),
    Persona(
        "founder of a consumer brand, nobody at weekends",
        "prepare",
        "customers speak on Sundays; a rota of two names is quickly made",
        {"sector": "consumer", "accessible": "many", "responsive": "hour", "commitment": "eager", "sunday": "monday"},
    ),
    Persona(
        "B2B industrial who would read no reply",
        "prepare",
        "something to say to the trade, but to speak without listening is not to be social",
        {"sector": "industry", "size": "large", "listening": "unread", "harmony": "agreed", "sunday": "two"},
    ),
    Persona(
        "B2B industrial with nothing to gain",
        "abstain",
        "buyers are few and known, teams indifferent, nothing particular to say: spend the time elsewhere",
        {"sector": "industry", "accessible": "few", "modern": "indifferent", "responsive": "never", "leader": "nothing",
         "harmony": "not_discussed"},
    ),
    Persona(
        "head of a public body",
        "go",
        "citizens expect answers; judgement and composure weigh more and are there",
        {"size": "large", "sector": "public", "accessible": "many", "responsive": "hour", "harmony": "agreed",
         "judgement": "ask", "temper": "calm", "market": "hardly", "sunday": "two", "cover": "office", "aim": "written"},
    ),
    Persona(
        "head in the middle of a storm, nobody at weekends",
        "abstain",
        "a first post now would feed it",
        {"sector": "consumer", "storms": "ongoing", "sunday": "nobody"},
    ),
    Persona(
        "head who has received threats",
        "prepare",
        "those close come first: decide what never appears",
        {"family": "exposed"},
    ),
    Persona(
        "head who does not want it",
        "abstain",
        "nobody can want it in their place",
        {"commitment": "no"},
    ),
    Persona(
        "head without an aim",
        "prepare",
        "before anything else, a precise strategy",
        {"aim": "none", "commitment": "eager"},
    ),
    Persona(
        "half-empty questionnaire",
        "uncertain",
        "neither risks nor qualities are known: anything could follow",
        leaves_open=("judgement", "temper", "trends", "true", "simple", "medium", "listening", "litigation", "market",
                     "storms", "family", "cover", "sunday", "presence"),
    ),
    Persona(
        "half-empty questionnaire of someone who does not want it",
        "abstain",
        "whatever the rest may be, this is enough",
        {"commitment": "no"},
        leaves_open=("judgement", "temper", "trends", "true", "simple", "medium", "listening", "litigation", "market",
                     "storms", "family", "cover", "sunday", "presence"),
    ),
    Persona(
        "one thing not said: court cases",
        "uncertain",
        "everything else speaks for it, but this alone could forbid it",
        leaves_open=("litigation",),
    ),
    Persona(
        "three small things not said",
        "go",
        "nothing that could overturn the rest",
        leaves_open=("modern", "trends", "medium"),
    ),
    Persona(
        "head without opinions or ideas to share",
        "abstain",
        "two of the three conditions are missing: nobody would have anything to follow",
        {"clarity": "no_opinions", "ideas": "never", "true": "official", "simple": "release"},
    ),
    Persona(
        "head who avoids opinions",
        "prepare",
        "ideas without an opinion can be learnt to be said, in three sentences",
        {"clarity": "no_opinions"},
    ),
    Persona(
        "quick head who has regretted it, with nobody to reread",
        "prepare",
        "one reader is enough, and is found in two weeks",
        {"temper": "too_fast", "judgement": "regrets", "cover": "sometimes"},
    ),
]  # fmt: skip


def measured(name: str, value: float | None, n: int = 200) -> Measured:
    """Give what a measure found, as if in some archive."""
    said = REPLIES(share="2%", yes=figure(34), n=figure(1700))
    return Measured(measure=name, value=value, n=n, needs=50, said=said, samples=("p1", "p2"))
