"""The gestures a leader starts from: a few questions rather than an empty page."""

from dataclasses import dataclass

from firsthand.desk.models import Gesture
from firsthand.records.message import Message


@dataclass(frozen=True, slots=True)
class Start:
    """A gesture: what it is for, and what it asks."""

    gesture: Gesture
    title: Message
    purpose: Message
    questions: tuple[Message, ...]


STARTS = (
    Start(
        Gesture.IMPRESSION,
        Message("Share an impression", "Partager une impression"),
        Message(
            "Something you saw, read or heard, and what it made you think.",
            "Ce que vous avez vu, lu ou entendu, et ce que vous en pensez.",
        ),
        (
            Message("What did you see, read or hear?", "Qu'avez-vous vu, lu ou entendu ?"),
            Message("What did it make you think?", "Qu'en avez-vous pensé ?"),
            Message("What would you ask those who read you?", "Que demanderiez-vous à vos lecteurs ?"),
        ),
    ),
    Start(
        Gesture.IDEA,
        Message("Suggest an idea", "Proposer une idée"),
        Message(
            "Something that should be done otherwise, and one can disagree with.",
            "Ce qui devrait se faire autrement, et dont on peut débattre.",
        ),
        (
            Message(
                "Your idea, as you would say it at dinner?",
                "Votre idée, comme vous la diriez à table ?",
            ),
            Message("A case, a figure, a story that shows it?", "Un cas, un chiffre, une histoire qui la montre ?"),
            Message("What will people object, fairly?", "Que vous objectera-t-on, à juste titre ?"),
        ),
    ),
    Start(
        Gesture.RECOGNISE,
        Message("Recognise someone’s work", "Saluer le travail de quelqu'un"),
        Message(
            "A person, what they did, and what it changed.",
            "Une personne, ce qu'elle a fait, ce que cela a changé.",
        ),
        (
            Message("Who is it, and what did they do?", "Qui est-ce, et qu'a fait cette personne ?"),
            Message("What did it change, and for whom?", "Qu'est-ce que cela a changé, et pour qui ?"),
            Message("What do you want to tell them?", "Que voulez-vous lui dire ?"),
        ),
    ),
)  # fmt: skip


def start(name: str) -> Start | None:
    """Give a gesture by its name."""
    return next((one for one in STARTS if one.gesture == name), None)


def composed(answers: list[str]) -> str:
    """Put the answers one below the other: the beginning of a draft, in the person's words."""
    said = (answer.replace("\r\n", "\n").strip() for answer in answers)
    return "\n\n".join(answer for answer in said if answer)
