"""What the desk says."""

from firsthand.records.message import Message

NO_DRAFT = Message(
    "{leader} has no such draft; it may have been deleted. Go back to the drafts.",
    "{leader} n'a pas de brouillon de ce numéro ; il a peut-être été supprimé. "
    "Revenez aux brouillons.",
)
SEALED = Message(
    "Record {number} is sealed: it stays as it is. Approve the new text to seal another one.",
    "L'acte {number} est scellé : il reste tel quel. Approuvez le nouveau texte pour en sceller "
    "un autre.",
)
NOTHING_TO_APPROVE = Message(
    "There is nothing to approve in an empty draft; write a line first.",
    "Un brouillon vide ne s'approuve pas ; écrivez d'abord une ligne.",
)
NEEDS_YES = Message(
    "The coach asks for your explicit yes first on {n} {n:point: read it|points: read them} and say so.",
    "Le coach demande d'abord votre oui explicite sur {n} {n:point : lisez-le|points : lisez-les}, puis dites-le.",
)
CHANGED_SINCE = Message(
    "The draft changed while you were reading it: read it again, then approve it.",
    "Le brouillon a changé pendant votre lecture : relisez-le, puis approuvez-le.",
)
DECIDED = Message(
    "This proposal has been decided already.", "Cette proposition a déjà reçu une réponse."
)
EMPTY_LINE = Message(
    "Write the idea first: one line is enough.", "Écrivez d'abord l'idée : une ligne suffit."
)
SAYS_NOTHING_NEW = Message(
    "The proposal changes nothing: write the words you would put there.",
    "La proposition ne change rien : écrivez les mots que vous y mettriez.",
)
ONLY_LEADER = Message(
    "Only {leader} decides that: leave it to them.",
    "Cela se décide par {leader} : laissez-lui ce choix.",
)
NO_RECORD = Message(
    "{leader} has no sealed record {number}. Go back to the drafts.",
    "{leader} n'a pas d'acte scellé {number}. Revenez aux brouillons.",
)
NO_IDEA = Message(
    "This line is no longer in the notebook: it became a draft, or was crossed out.",
    "Cette ligne n'est plus dans le carnet : elle est devenue un brouillon, ou a été rayée.",
)
TOO_MUCH = Message(
    "That is too much at once, so nothing was changed; put it in by parts.",
    "C'est trop d'un seul coup, rien n'a donc changé ; procédez par morceaux.",
)
