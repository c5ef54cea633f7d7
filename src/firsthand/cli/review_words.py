"""What `firsthand review` says around the coach's own remarks."""

from firsthand.records.finding import Level
from firsthand.records.message import Message

NO_DRAFT = Message(
    "give the draft as TEXT, or - to read it from standard input",
    "donnez le brouillon comme TEXT, ou - pour le lire sur l'entrée standard",
)
EMPTY = Message(
    "The draft is empty; write something and try again.",
    "Le brouillon est vide ; écrivez quelque chose et recommencez.",
)
NOT_UTF8 = Message(
    "{name} is not UTF-8 text; save it as UTF-8 and try again.",
    "{name} n'est pas du texte UTF-8 ; enregistrez-le en UTF-8 et recommencez.",
)
STANDARD_INPUT = Message("Standard input", "L'entrée standard")
BAD_POST = Message(
    "{name} holds no post that can be read: {reason}; give its text, or one line of JSON.",
    "{name} ne contient aucun message lisible : {reason} ; donnez son texte, ou une ligne de JSON.",
)
BAD_NETWORKS = Message(
    "“networks” should be a list among {known}",
    "« networks » devrait être une liste parmi {known}",
)
BAD_ANSWERING = Message(
    "“answering” should be a post, with its text",
    "« answering » devrait être un message, avec son texte",
)
SKIPPED = Message(
    "{n} {n:record|records} of the archive skipped.",
    "{n} {n:élément|éléments} de l'archive {n:a été écarté|ont été écartés}.",
)
NOT_HEARD = Message(
    "{n} {n:line|lines} of what was heard skipped: no post, signal or trend.",
    "{n} {n:ligne|lignes} de ce qui a été entendu {n:a été écartée|ont été écartées} : "
    "ni message, ni signal, ni tendance.",
)
BAD_LIMIT = Message(
    "“{value}” is no limit; write a network and a number, such as mastodon=5000.",
    "« {value} » n'est pas une limite ; écrivez un réseau et un nombre, comme mastodon=5000.",
)

NO_PROOFREADER = Message(
    "No spelling or grammar checker is installed here; install Grammalecte, Hunspell or Aspell.",
    "Aucun correcteur n'est installé ici ; installez Grammalecte, Hunspell ou Aspell.",
)

NOTHING = Message("Nothing to say about this draft.", "Rien à dire de ce brouillon.")
COUNTS = {
    Level.STOP: (Message("1 stop", "1 stop"), Message("{n} stops", "{n} stops")),
    Level.WARN: (Message("1 warning", "1 alerte"), Message("{n} warnings", "{n} alertes")),
    Level.ADVISE: (
        Message("1 piece of advice", "1 conseil"),
        Message("{n} pieces of advice", "{n} conseils"),
    ),
    Level.PRAISE: (Message("1 well done", "1 bravo"), Message("{n} well done", "{n} bravos")),
}
LINE = Message("{level}: {text}", "{level} : {text}")
QUOTE = Message("“{words}”", "« {words} »")
WHERE = Message("Words: {words}", "Mots : {words}")
WHOLE = Message("Words: the whole draft", "Mots : tout le brouillon")
WHY = Message("Why: {text}", "Pourquoi : {text}")
COULD = Message("You could: {text}", "Piste : {text}")
POST = Message("Post: {post}", "Message : {post}")
MUST_AGREE = Message(
    "A stop is a question: publish only after somebody has said yes to it.",
    "Un stop est une question : ne publiez qu'après un oui explicite.",
)
