"""What the signals say, and why something heard was left out."""

from firsthand.records.message import Message

QUESTION = Message("{author} asks you something.", "{author} vous pose une question.")
THANKS = Message("{author} thanks you.", "{author} vous remercie.")
RECOGNITION = Message(
    "{author} praises work done at your company.",
    "{author} salue le travail de vos équipes.",
)
INVITATION = Message(
    "{author}, of “{community}”, asks about “{topic}”: you know this subject.",
    "{author}, de « {community} », s'interroge sur « {topic} » : vous connaissez ce sujet.",
)
SURGE = Message(
    "{count} posts in {minutes} minutes for “{watch}”, where {expected} were expected: {rare}.",
    "{count} messages en {minutes} minutes pour « {watch} », pour {expected} attendus : {rare}.",
)
ONCE_IN_DAYS = Message(
    "a level this high is expected once in {days} days",
    "un tel niveau est attendu une fois tous les {days} jours",
)
HARDLY_EVER = Message(
    "a level this high is expected less than once a year",
    "un tel niveau est attendu moins d'une fois par an",
)
RUMOUR = Message(
    "A rumour is growing: “{claim}” {posts} posts by {voices} accounts so far.",
    "Une rumeur grandit : « {claim} » {posts} messages de {voices} comptes jusqu'ici.",
)
SOMEBODY = Message("Somebody", "Quelqu'un")

NOT_READ = Message("not JSON", "pas du JSON")
WRONG_KIND = Message(
    "a value is not of the kind it should be", "une valeur n'est pas du genre attendu"
)
NO_TEXT = Message("no text", "pas de texte")
TOO_LONG = Message("longer than any post", "plus long qu'un message")
OTHER = Message("an event that is no new post", "un évènement qui n'est pas un nouveau message")
TWICE = Message("heard already", "déjà entendu")
NO_TIME = Message("a time that cannot be", "une heure impossible")
