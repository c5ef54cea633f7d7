"""What `firsthand strategy` prints."""

from collections.abc import Iterator

from firsthand.plan import strategy_messages as say
from firsthand.plan.harmony import Side
from firsthand.plan.proposals import Proposals
from firsthand.records.message import Message

GOOD = Message(
    "The strategy can be used, and nothing is missing.",
    "La stratégie est utilisable, et rien n'y manque.",
)
GOOD_WITH = Message(
    "The strategy can be used; worth a thought ({n}):",
    "La stratégie est utilisable ; à méditer ({n}) :",
)
KEPT = Message("Kept as version {number}.", "Conservée : version {number}.")
IN_FILE = Message("{name}: {fault}", "{name} : {fault}")
SIDES = {Side.SUPPORTS: say.SUPPORTS, Side.SILENT: say.SILENT, Side.CONTRADICTS: say.CONTRADICTS}
TOPICS = Message("Topics you really talk about", "Les sujets dont vous parlez vraiment")
PEOPLE = Message("People you really answer", "Les personnes à qui vous répondez vraiment")
HASHTAGS = Message("Hashtags", "Mots-dièse")
COMMUNITIES = Message("Communities that show", "Les communautés qui se dessinent")
RHYTHM = Message("Your rhythm", "Votre rythme")
POSTS = Message("{n} posts", "{n} messages")
ONE_POST = Message("1 post", "1 message")


def proposal_rows(found: Proposals, lang: str) -> Iterator[tuple[str, list[str]]]:
    """Give the titles of what an archive suggests, each with its rows."""
    rows = [
        f"{subject.name} – {_count(subject.n, lang)} – "
        + ", ".join(subject.phrases_fr + subject.phrases_en)
        for subject in found.subjects
    ]
    yield TOPICS.text(lang), rows or [say.NO_SUBJECT.text(lang)]
    rows = [f"{met.name} – {_count(met.n, lang)}" for met in found.people]
    yield PEOPLE.text(lang), rows or [say.PEOPLE_NONE.text(lang)]
    if found.hashtags:
        rows = [f"{met.name} – {_count(met.n, lang)}" for met in found.hashtags]
        yield HASHTAGS.text(lang), rows
    if found.groups:
        yield (
            COMMUNITIES.text(lang),
            [f"{group.hashtag} – {', '.join(group.handles)}" for group in found.groups],
        )
    if found.rhythm:
        yield RHYTHM.text(lang), [found.rhythm.said().text(lang)]


def _count(n: int, lang: str) -> str:
    return (ONE_POST() if n == 1 else POSTS(n=n)).text(lang)
