"""What the library says, in both languages."""

from firsthand.records.message import Message

NOTHING_READABLE = Message(
    "Nothing in {name} could be read. {place}: {reason}",
    "Rien n'a pu être lu dans {name}. {place} : {reason}",
)
BROKE_OFF = Message(
    "The import broke off {times} times without saying why; the posts stored so far are kept."
    " Try “firsthand import” on the command line, which shows more.",
    "L'import s'est interrompu {times} fois sans dire pourquoi ; les messages déjà enregistrés"
    " sont gardés. Essayez « firsthand import » en ligne de commande, qui en montre davantage.",
)
UNEXPECTED = Message(
    "The import stopped on an error of ours ({what}); the posts stored so far are kept.",
    "L'import s'est arrêté sur une erreur de notre fait ({what}) ; les messages déjà enregistrés"
    " sont gardés.",
)
NO_FILES = Message(
    "No file came with this; choose the archive that the network gave you.",
    "Aucun fichier n'est arrivé ; choisissez l'archive que le réseau vous a donnée.",
)
