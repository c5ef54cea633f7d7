"""What is understood of posts: time, language, tone, cues, phrases of rumours, story."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from firsthand.listen.pipeline.clock import StreamClock
from firsthand.listen.pipeline.decoding import Line, moment, to_post
from firsthand.listen.pipeline.languages import languages
from firsthand.listen.pipeline.meaning import house
from firsthand.listen.pipeline.signals import Heard, quick_heard
from firsthand.listen.pipeline.watched import HOUSE, Watched
from firsthand.listen.rumour.phrases import said_in
from firsthand.listen.stories import Stories
from firsthand.text.aimed import contrasts, part_about
from firsthand.text.cues import cues_in
from firsthand.text.lines import Lines
from firsthand.text.tone import tone_many


class Understanding:
    """Reads posts in batches. `clock`: the time of the stream; `joined`: see `Stories`."""

    def __init__(self) -> None:
        self.clock = StreamClock()
        self._stories = Stories()

    @property
    def joined(self) -> Sequence[tuple[int, int]]:
        """Stories that became part of others in the last batch."""
        return self._stories.joined

    def read(
        self,
        lines: Sequence[Line],
        watched: Sequence[Watched],
        present: datetime,
        later: datetime | None = None,
    ) -> list[Heard]:
        """Give what is understood of each post of a batch; `later`: see `StreamClock`."""
        if not lines:
            return []
        texts = [line.text or "" for line in lines]
        langs = languages(lines, texts)
        times = self.clock.read_many([moment(line) for line in lines], present, later)
        posts = [to_post(*each) for each in zip(lines, times, langs, strict=True)]
        stories = self._stories.add(posts)
        folded = Lines.of(texts)
        tones = tone_many(_aimed(texts, folded, watched), langs).tolist()
        cued = cues_in(folded, langs)
        said = said_in(folded, texts, cued)
        return [
            quick_heard(post, wanted, tuple(tone), found, story, phrases)
            for post, wanted, tone, found, story, phrases in zip(
                posts, watched, tones, cued, stories, said, strict=True
            )
        ]

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "clock": msgspec.to_builtins(self.clock, builtin_types=(datetime,)),
            "stories": self._stories.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self.clock = msgspec.convert(state["clock"], StreamClock)
        self._stories = Stories.load(state["stories"])


def _aimed(texts: Sequence[str], lines: Lines, watched: Sequence[Watched]) -> list[str]:
    """Give of each text what is said of the one house it names, if it sets that against others."""
    aimed = list(texts)
    for at, cuts in contrasts(lines).items():
        if len(watched[at].named) == 1:
            known = house(query for query in watched[at].queries if query.about in HOUSE)
            names = [*known.names, *known.handles]
            aimed[at] = part_about(texts[at], names, cuts) or texts[at]
    return aimed
