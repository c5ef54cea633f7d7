"""What the measures say."""

from firsthand.records.message import Message

TOO_FEW = Message(
    "Not enough posts yet to tell ({n} of {needs}).",
    "Pas encore assez de messages pour le dire ({n} sur {needs}).",
)
NOT_KNOWN_WHAT = Message(
    "We know what you were answering for too few posts to tell ({n} of {needs} hostile ones).",
    "Nous savons à quoi vous répondiez pour trop peu de messages hostiles ({n} sur {needs}).",
)
SAMPLED = Message(
    "{said} Measured on {n} of your {of} posts, drawn at random.",
    "{said} Mesuré sur {n} de vos {of} messages, tirés au hasard.",
)

REPLIES_TITLE = Message("Share of replies", "Part de réponses")
REPLIES = Message(
    "{share} of your posts answer someone ({yes} of {n}).",
    "{share} de vos messages répondent à quelqu'un ({yes} sur {n}).",
)
REPLIES_NOT_THERE = Message(
    "What was brought holds posts without answers, so whether you answer cannot be told; on LinkedIn, bring Comments.csv too.",
    "Ce qui a été apporté contient des messages sans les réponses : impossible de dire si vous répondez ; de LinkedIn, apportez aussi Comments.csv.",
)  # fmt: skip

REGULARITY_TITLE = Message("Regularity", "Régularité")
REGULARITY = Message(
    "You wrote in {yes} of {n} months.",
    "Vous avez écrit pendant {yes} mois sur {n}.",
)
TOO_SHORT = Message(
    "The archive covers too short a time to tell ({n} of {needs} months).",
    "L'archive couvre une durée trop courte pour le dire ({n} mois sur {needs}).",
)

OPINION_TITLE = Message(
    "Own opinion against company news", "Opinions personnelles face aux nouvelles de l'entreprise"
)
OPINION = Message(
    "Among posts that are plainly one or the other, {share} give an opinion of your own ({yes} of {n}); the others relay news.",
    "Parmi les messages qui sont clairement l'un ou l'autre, {share} donnent un avis personnel ({yes} sur {n}) ; les autres relaient des nouvelles.",
)  # fmt: skip

LENGTH_TITLE = Message("Usual length", "Longueur habituelle")
LENGTH = Message(
    "Half of your posts have {value} words or fewer.",
    "La moitié de vos messages comptent {value} mots ou moins.",
)

READABILITY_TITLE = Message("Readability", "Lisibilité")
READABILITY = Message(
    "Your usual post scores {value} of 100 for ease of reading: {level}.",
    "Votre message habituel obtient {value} sur 100 pour la facilité de lecture : {level}.",
)
EASY = Message("easy for everybody", "facile pour tous")
PLAIN = Message("plain", "clair")
DEMANDING = Message("demanding", "exigeant")
HARD = Message("hard", "difficile")

THANKS_TITLE = Message("Words of thanks", "Mots de remerciement")
THANKS = Message(
    "{share} of your posts thank or praise someone ({yes} of {n}).",
    "{share} de vos messages remercient ou saluent quelqu'un ({yes} sur {n}).",
)

QUESTIONS_TITLE = Message("Questions asked", "Questions posées")
QUESTIONS = Message(
    "{share} of your posts ask something ({yes} of {n}).",
    "{share} de vos messages posent une question ({yes} sur {n}).",
)

HEAT_TITLE = Message("Heated posts", "Messages emportés")
HEAT = Message(
    "{share} of your posts insult, accuse or shout ({yes} of {n}).",
    "{share} de vos messages insultent, accusent ou crient ({yes} sur {n}).",
)

HOSTILE_TITLE = Message("Answers to hostile posts", "Réponses aux messages hostiles")
HOSTILE = Message(
    "{share} of your answers to hostile posts stay calm ({yes} of {n}).",
    "{share} de vos réponses à des messages hostiles restent calmes ({yes} sur {n}).",
)

PRESENCE_TITLE = Message("What is already there", "Ce qui est déjà là")
PRESENCE = Message(
    "{networks}: {n} posts since {since}; the last one {ago}.",
    "{networks} : {n} messages depuis {since} ; le dernier {ago}.",
)
PRESENCE_UNDATED = Message(
    "{networks}: {n} posts, without dates.", "{networks} : {n} messages, sans date."
)
NO_POSTS = Message("No posts.", "Aucun message.")
ARCHIVE = Message("Archive", "Archive")
TODAY = Message("today", "aujourd'hui")
YESTERDAY = Message("yesterday", "hier")
DAYS_AGO = Message("{n} days ago", "il y a {n} jours")
MONTHS_AGO = Message("{n} months ago", "il y a {n} mois")
YEARS_AGO = Message("{n} years ago", "il y a {n} ans")
