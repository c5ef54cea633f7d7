"""The languages of posts: as the networks tell them, else as the words do."""

from collections.abc import Sequence

from firsthand.listen.pipeline.decoding import Line
from firsthand.text.language import detect_many


def languages(lines: Sequence[Line], texts: Sequence[str]) -> list[str | None]:
    """Give the network's own tag where there is one, else what the words tell."""
    langs: list[str | None] = [
        line.lang.lower().replace("_", "-").split("-")[0] if line.lang else None for line in lines
    ]
    unknown = [at for at, lang in enumerate(langs) if lang is None]
    for at, told in zip(unknown, detect_many([texts[at] for at in unknown]), strict=True):
        langs[at] = told.lang
    return langs
