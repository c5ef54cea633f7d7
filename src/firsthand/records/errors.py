"""What can go wrong, as one tree.

FirsthandError            carries one sentence: what, why, what to do
├── BadInput              a file, a text or an answer from outside cannot be used
│   ├── UnreadableArchive a whole archive, not a line of it
│   └── BadSetting        a setting of this installation; names the values it accepts
├── NotFound              no such thing for this person
├── NotAllowed            this person may not do that
├── Corrupt               our own state is broken; we stop loudly
└── NetworkError          a network answered, or did not
    ├── Refused           permanent: the same request will be refused again
    ├── RetryLater        nothing happened; the same request may pass later
    └── OutcomeUnknown    the request may have taken effect; never retried blindly
"""

from firsthand.records.message import Said


class FirsthandError(Exception):
    """Anything that Firsthand says in one sentence instead of a traceback."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.text("en"))
        self.said = said

    def text(self, lang: str) -> str:
        """Give the sentence in the reader's language."""
        return self.said.text(lang)


class BadInput(FirsthandError):
    """A file, a text or an answer from outside cannot be used."""


class UnreadableArchive(BadInput):
    """A whole archive cannot be read."""


class BadSetting(BadInput):
    """A setting of this installation cannot be used."""


class NotFound(FirsthandError):
    """There is no such thing for this person."""


class NotAllowed(FirsthandError):
    """This person may not do that."""


class Corrupt(FirsthandError):
    """Our own state is broken."""


class NetworkError(FirsthandError):
    """A network answered, or did not."""


class Refused(NetworkError):
    """The same request will be refused again."""


class RetryLater(NetworkError):
    """Nothing happened; the same request may pass later."""


class OutcomeUnknown(NetworkError):
    """The request may have taken effect."""
