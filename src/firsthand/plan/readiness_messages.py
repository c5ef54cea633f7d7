"""What taking stock says where something is refused."""

from firsthand.records.message import Message

VERDICT_KEPT = Message(
    "A verdict is kept as it was given; take stock again to have a new one.",
    "Un verdict est gardé tel qu'il fut rendu ; refaites le point pour en avoir un nouveau.",
)
NO_VERDICT = Message(
    "{leader} has no such verdict; look among those listed under “Take stock”.",
    "{leader} n'a pas ce verdict ; cherchez parmi ceux de la page « Faire le point ».",
)
NOTHING_ANSWERED = Message(
    "No question is answered yet; answer at least one.",
    "Aucune question n'a encore de réponse ; répondez au moins à une.",
)
