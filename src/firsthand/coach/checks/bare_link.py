"""A link with hardly a word of one's own, and its price where it has one."""

from collections.abc import Iterator

from firsthand.coach.habits import Habits, habits
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark a link that stands alone, or that makes the post dearer."""
    link = next((entity for entity in view.reading.entities if entity.kind == "url"), None)
    if link is None:
        return
    priced = [(target.network, habits(target.network)) for target in view.targets]
    dear = next((pair for pair in priced if _dearer(pair[1])), None)
    bare = view.reading.words < view.number("words")
    if dear:
        network, prices = dear
        says = "bare_price" if bare else "price"
        link_price, post_price = _price(prices.link), _price(prices.post)
        yield view.mark(
            link.start, link.end, says, network=network, link=link_price, post=post_price
        )
    elif bare:
        yield view.mark(link.start, link.end, "bare")


def _dearer(prices: Habits) -> bool:
    return prices.link is not None and prices.post is not None and prices.link > prices.post


def _price(amount: float | None) -> str:
    return f"{amount:.3f}".removesuffix("0") if amount is not None else ""
