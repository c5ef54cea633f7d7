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
BAD_TEXTS = Message("“texts” is not a list of texts", "« texts » n'est pas une liste de textes")
LINK = Message("a link", "un lien")
MENTION = Message("a mention", "une mention")
HASHTAG = Message("a hashtag", "un mot-dièse")
