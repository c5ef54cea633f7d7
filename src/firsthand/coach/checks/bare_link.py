"""A link with hardly a word of one's own, and its price where it has one."""

from collections.abc import Iterator

from firsthand.coach.habits import Habits, habits
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.message import Message


def look(view: View) -> Iterator[Finding]:
    """Mark a link that stands alone, or that makes the post dearer."""
    link = next((entity for entity in view.reading.entities if entity.kind == "url"), None)
    if link is None:
        return
    priced = [habits(target.network) for target in view.targets]
    dear = next((prices for prices in priced if _dearer(prices)), None)
    bare = view.reading.words < view.number("words")
    if dear:
        says = "bare_price" if bare else "price"
        link_price, post_price = _price(dear.link), _price(dear.post)
        yield view.mark(
            link.start, link.end, says, network=dear.name, link=link_price, post=post_price
        )
    elif bare:
        yield view.mark(link.start, link.end, "bare")


def _dearer(prices: Habits) -> bool:
    return prices.link is not None and prices.post is not None and prices.link > prices.post


def _price(amount: float | None) -> Message:
    """Give an amount as each language writes it."""
    written = f"{amount:.3f}".removesuffix("0") if amount is not None else ""
    return Message(written, written.replace(".", ","))
