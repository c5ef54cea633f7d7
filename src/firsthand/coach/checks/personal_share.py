"""The leader's own share of the text, against what the strategy decides."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Mark a draft, or a month, of which too little is the leader's own."""
    context = view.context
    wanted = context.strategy.own_share if context.strategy else None
    end = len(view.text)
    here, month = context.own_share, context.month_share
    if here is not None and wanted is not None and here < wanted:
        yield view.mark(0, end, "draft", share=_percent(here), wanted=_percent(wanted))
    elif here == 0:
        yield view.mark(0, end, "none", level=Level.ADVISE)
    elif month is not None and wanted is not None and month < wanted:
        share, most = _percent(month), _percent(wanted)
        yield view.mark(0, end, "month", level=Level.ADVISE, share=share, wanted=most)


def _percent(share: float) -> str:
    """Give a share in percent, with a decimal only when it has one."""
    return f"{100 * share:.3g}"
