"""Have ready what is compiled on first use.

Numba compiles what reads many texts at a time when it is first asked to, half a
minute on a new machine, and keeps the outcome beside the source. `make install`
does it (with `listen.ready`), and the desk once more while its first
page is being read, so that nobody waits for it at a question or a page.
"""

from firsthand.text.cues import cues_many
from firsthand.text.language import detect_many
from firsthand.text.many import MANY
from firsthand.text.tone import tone_many

SPOKEN = ("Merci à toutes, est-ce bien vrai ?", "Thank you all, but is it really true?")


def ready() -> None:
    """Read a few sentences in every way that is compiled."""
    texts = list(SPOKEN) * MANY
    detect_many(texts)
    cues_many(texts)
    tone_many(texts)


if __name__ == "__main__":
    ready()
