"""Too much news of the company over the last weeks, and too little of the leader's own."""

from collections.abc import Iterator

from firsthand.coach.turned import announces
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.post import Kind


def look(view: View) -> Iterator[Finding]:
    """Mark one announcement more after weeks that mostly announced; the latest are shown."""
    own, reading = view.context.own, view.reading
    announced = reading.shared("promotion", "announce") or reading.shared("promotion", "sell")
    if own is None or not announced or reading.shared("opinion", "mine"):
        return
    posts = [
        post for post in own.last(view.number("days"), view.now) if post.kind is not Kind.REPLY
    ]
    if len(posts) < view.number("posts"):
        return
    news = [post for post in posts if announces(post.text)]
    if len(news) > view.number("share") * len(posts):
        first = announced[0]
        shown = tuple(news[-3:])
        yield view.mark(first.start, first.end, shown=shown, n=len(news), all=len(posts))
