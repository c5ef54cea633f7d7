"""What is said of a query, or of a file of queries, that cannot be used."""

from firsthand.records.message import Message

AT_COLUMN = Message("column {column}: {reason}", "colonne {column} : {reason}")
NOT_USABLE = Message(
    "This query cannot be used: {fault}.", "Cette requête est inutilisable : {fault}."
)

EMPTY = Message("there is nothing to look for", "il n'y a rien à chercher")
TOO_LONG = Message(
    "a query has {limit} characters at most", "une requête a au plus {limit} caractères"
)
TOO_DEEP = Message(
    "there are parentheses within parentheses more than {limit} deep",
    "des parenthèses sont imbriquées sur plus de {limit} niveaux",
)
NOT_CLOSED = Message("this parenthesis is never closed", "cette parenthèse n'est jamais fermée")
NOT_OPENED = Message("no parenthesis is open here", "aucune parenthèse n'est ouverte ici")
QUOTE_NOT_CLOSED = Message("this quotation mark is never closed", "ce guillemet n'est jamais fermé")
NOTHING_AFTER = Message("something is missing after {word}", "il manque quelque chose après {word}")
NOTHING_BEFORE = Message(
    "something is missing before {word}", "il manque quelque chose avant {word}"
)
NO_WORD = Message("there is no word in “{text}”", "il n'y a aucun mot dans « {text} »")
BARE_SIGN = Message("a name is missing after {sign}", "il manque un nom après {sign}")
NO_STAR = Message(
    "a word cannot be cut short with *; write its forms out, with OR between them",
    "un mot ne s'abrège pas par * ; écrivez ses formes, avec OR entre elles",
)
NEAR_NUMBER = Message(
    "NEAR needs a number of words from 1 to {most}, such as NEAR/5",
    "NEAR veut un nombre de mots de 1 à {most}, comme NEAR/5",
)
NEAR_WORDS = Message(
    "NEAR stands between words, hashtags or mentions, or several of them with OR in parentheses",
    "NEAR se met entre des mots, des hashtags ou des mentions, ou plusieurs avec OR entre parenthèses",
)
UNKNOWN_FIELD = Message(
    "“{name}:” is not known; write lang:, network: or from:, or put the words between quotes",
    "« {name}: » n'existe pas ; écrivez lang:, network: ou from:, ou mettez les mots entre guillemets",
)
NO_VALUE = Message("something is missing after {name}:", "il manque quelque chose après {name}:")
BAD_LANGUAGE = Message(
    "“{value}” is not a language; write two letters, such as lang:fr",
    "« {value} » n'est pas une langue ; écrivez deux lettres, comme lang:fr",
)
BAD_NETWORK = Message(
    "“{value}” is not the name of a network, such as network:bluesky",
    "« {value} » n'est pas le nom d'un réseau, comme network:bluesky",
)
BAD_AUTHOR = Message(
    "“{value}” is not the name of an account, such as from:lea",
    "« {value} » n'est pas le nom d'un compte, comme from:lea",
)
NO_ANCHOR = Message(
    "this would match nearly every post; name a word, a hashtag, a mention or an author"
    " that must be there",
    "ceci correspondrait à presque tous les messages ; nommez un mot, un hashtag, une mention"
    " ou un auteur qui doit y être",
)

BAD_FILE = Message(
    "{path}, line {line}: {reason}. Nothing was read.",
    "{path}, ligne {line} : {reason}. Rien n'a été lu.",
)
NO_NAME = Message("a line is written “name: query”", "une ligne s'écrit « nom: requête »")
NAME_TWICE = Message(
    "“{name}” is there twice; names must differ",
    "« {name} » y est deux fois ; les noms doivent différer",
)
NOT_A_QUERY = Message(
    "“{name}” should be a query between quotes", "« {name} » doit être une requête entre guillemets"
)
NOT_TOML = Message("this is not TOML: {reason}", "ce n'est pas du TOML : {reason}")
NOT_UTF8 = Message("this is not text in UTF-8", "ce n'est pas du texte en UTF-8")
NO_QUERY = Message("{path} holds no query.", "{path} ne contient aucune requête.")
