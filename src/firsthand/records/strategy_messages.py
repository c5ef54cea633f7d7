"""What is said of a strategy file that cannot be used."""

from firsthand.records.message import Message

# The sentence around the faults.
ONE_FAULT = Message(
    "This strategy cannot be used: {fault}.", "Cette stratégie est inutilisable : {fault}."
)
FAULTS = Message(
    "This strategy cannot be used, {n} things to put right: {faults}.",
    "Cette stratégie est inutilisable, {n} points à corriger : {faults}.",
)
AT_LINE = Message("line {line}, {path}: {reason}", "ligne {line}, {path} : {reason}")
AT_PATH = Message("{path}: {reason}", "{path} : {reason}")
AT_LINE_ONLY = Message("line {line}: {reason}", "ligne {line} : {reason}")
TOO_LONG = Message(
    "it is longer than {limit} characters, so it is hardly a strategy",
    "elle dépasse {limit} caractères, ce n'est guère une stratégie",
)

# One value.
UNKNOWN_KEY = Message(
    "this key is not known here; the keys are {known}",
    "cette clé n'existe pas ici ; les clés sont {known}",
)
UNKNOWN_KEY_NEAR = Message(
    "this key is not known; perhaps you meant “{near}”",
    "cette clé n'existe pas ; peut-être vouliez-vous écrire « {near} »",
)
MISSING = Message("“{key}” is missing", "il manque « {key} »")
EMPTY = Message(
    "this is empty; write it or remove the line",
    "rien n'est écrit ; complétez ou supprimez la ligne",
)
UNKNOWN_VALUE = Message(
    "“{value}” is not accepted; write {accepted}",
    "« {value} » n'est pas accepté ; écrivez {accepted}",
)
OR = Message("{most} or {last}", "{most} ou {last}")
WANTED = Message("this should be {wanted}, not {found}", "il faut ici {wanted}, pas {found}")
NOT_ONE_OF_TABLES = Message(
    "this should be written as [[{key}]], once for each",
    "cela s'écrit [[{key}]], une fois pour chacun",
)
NOT_A_TABLE = Message(
    "this should be a section written [{key}]", "il faut ici une section écrite [{key}]"
)
NOT_FINITE = Message(
    "this should be an ordinary number of 0 or more", "il faut ici un nombre ordinaire, 0 ou plus"
)
SHARE = Message(
    "a share goes from 0 to 1; write 0.33 for a third",
    "une part va de 0 à 1 ; écrivez 0.33 pour un tiers",
)
REVERSED = Message(
    "it ends on {end}, before it starts on {start}",
    "la fin ({end}) précède le début ({start})",
)

NOT_READ = Message("“{text}” is not {wanted}", "« {text} » n'est pas {wanted}")

# Between two values.
TWICE = Message(
    "“{name}” is there twice; names must differ",
    "« {name} » y est deux fois ; les noms doivent différer",
)
NO_SUCH_TOPIC = Message(
    "no topic is called “{name}”; add it under [[topics]] or remove it here",
    "aucun sujet ne s'appelle « {name} » ; ajoutez-le sous [[topics]] ou retirez-le d'ici",
)
NO_SUCH_TOPIC_NEAR = Message(
    "no topic is called “{name}”; perhaps you meant “{near}”",
    "aucun sujet ne s'appelle « {name} » ; peut-être vouliez-vous écrire « {near} »",
)

# The names of kinds of value.
TEXT = Message("text between quotes", "du texte entre guillemets")
NUMBER = Message("a number", "un nombre")
DATE = Message("a date such as 2026-05-04", "une date comme 2026-05-04")
TIME = Message("a time such as 22:00:00", "une heure comme 22:00:00")
LIST = Message('a list such as ["one", "two"]', 'une liste comme ["un", "deux"]')
MOMENT = Message("a date with a time", "une date avec une heure")
PERCENT = Message("a share from 0 to 100", "une part de 0 à 100")
YES_NO = Message("true or false", "true ou false")
TABLE = Message("a section", "une section")

# What the TOML parser says, by the beginning of its own words.
SYNTAX = {
    "Expected newline": Message("something follows the value that should not", "il y a quelque chose de trop après la valeur"),
    "Expected '=' after": Message("an “=” is missing after the key", "il manque « = » après la clé"),
    "Expected ']'": Message("a “]” is missing", "il manque « ] »"),
    "Expected ']]'": Message("“]]” is missing", "il manque « ]] »"),
    "Invalid value": Message("the value is not written as TOML wants; text goes between quotes", "la valeur n'est pas écrite comme TOML le veut ; le texte se met entre guillemets"),
    "Invalid statement": Message("this is neither a section, a key nor a comment", "ce n'est ni une section, ni une clé, ni un commentaire"),
    "Invalid initial": Message("a key is missing", "il manque une clé"),
    "Invalid date": Message("there is no such date or time", "cette date ou cette heure n'existe pas"),
    "Invalid hex": Message("a \\u code is not complete", "un code \\u est incomplet"),
    "Unterminated string": Message("a quote is opened and never closed", "un guillemet est ouvert et jamais fermé"),
    "Unclosed array": Message("a list is opened and never closed", "une liste est ouverte et jamais fermée"),
    "Unclosed inline": Message("a { is opened and never closed", "une accolade est ouverte et jamais fermée"),
    "Unescaped": Message("a lone \\ in the text; write it twice", "un \\ isolé dans le texte ; écrivez-le deux fois"),
    "Illegal character": Message("a quote is not closed on its line, or a character is not allowed", "un guillemet n'est pas fermé sur sa ligne, ou un caractère est interdit"),
    "Found invalid": Message("a character is not allowed here", "un caractère est interdit ici"),
    "Cannot": Message("this is defined twice", "ceci est défini deux fois"),
    "Duplicate": Message("this is defined twice", "ceci est défini deux fois"),
}  # fmt: skip
CUT_SHORT = Message(
    "the file stops in the middle of a value", "le fichier s'arrête au milieu d'une valeur"
)
NOT_TOML = Message("this is not TOML", "ce n'est pas du TOML")
