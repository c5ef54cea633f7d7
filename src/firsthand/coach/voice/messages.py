"""What the voice says to people."""

from firsthand.records.message import Message

TOO_FEW = Message(
    "Only {n} usable posts to learn from; {needed} are needed.",
    "Seulement {n} messages exploitables pour apprendre ; il en faut {needed}.",
)
NO_WORDS = Message("There are no words to judge.", "Il n'y a pas de mots à juger.")
OWN_SPREAD = Message(
    "Nobody else's posts to compare with: judged by the leader's own spread alone.",
    "Aucun message d'autres personnes à comparer : jugé sur la seule variété du dirigeant.",
)
GENERAL = Message(
    "Compared with a general background of {n} texts by other people: an indication.",
    "Comparé à un fonds général de {n} textes d'autres personnes : une indication.",
)
OTHERS = Message(
    "Compared with the posts of {n} {n:other person|other people}.",
    "Comparé aux messages de {n} {n:autre personne|autres personnes}.",
)
ONE_OTHER = Message(
    "Only one other person's posts to compare with: the answer is held back.",
    "Une seule autre personne à comparer : la réponse reste prudente.",
)
OTHER_LANGUAGE = Message(
    "Hardly any posts in this language to learn from: judged by another.",
    "Presque aucun message dans cette langue : jugé d'après une autre.",
)
BAD_TEXTS = Message("“texts” is not a list of texts", "« texts » n'est pas une liste de textes")
UNREADABLE = Message(
    "A stored voice cannot be read: {why}. Learn it again from the archive.",
    "Une voix enregistrée est illisible : {why}. Apprenez-la de nouveau depuis l'archive.",
)
DAMAGED = Message("it is damaged", "elle est endommagée")
OTHER_VERSION = Message("it is of another version", "elle est d'une autre version")
