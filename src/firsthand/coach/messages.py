"""What the coach says about its own inputs; what checks say stands in their TOML files."""

from firsthand.records.message import Message

SETTINGS_NOT_TOML = Message(
    "Line {line}: the settings cannot be read as TOML: {reason}.",
    "Ligne {line} : les réglages ne se lisent pas comme du TOML : {reason}.",
)
SETTINGS_CHANGE = Message(
    "Change {number} of the settings cannot be used: {reason}",
    "Le changement {number} des réglages est inutilisable : {reason}",
)
SETTINGS_NO_CHECK = Message(
    'it names no check; write, for instance, check = "jargon".',
    'il ne nomme aucun contrôle ; écrivez par exemple check = "jargon".',
)
SETTINGS_NOTHING = Message(
    'it changes nothing; write mute = true, level = "advise" or add.fr = ["…"].',
    'il ne change rien ; écrivez mute = true, level = "advise" ou add.fr = ["…"].',
)
SETTINGS_UNKNOWN = Message(
    "there is no check “{check}”; the checks are {known}.",
    "il n'y a pas de contrôle « {check} » ; les contrôles sont {known}.",
)
SETTINGS_REASON = Message(
    'muting “{check}” needs a reason; write reason = "…".',
    'faire taire « {check} » demande une raison ; écrivez reason = "…".',
)
SETTINGS_LEVEL = Message(
    "“{value}” is not a level; the levels are {known}.",
    "« {value} » n'est pas un niveau ; les niveaux sont {known}.",
)
SETTINGS_PRAISE = Message(
    "“{check}” only praises and has no level; mute it with a reason to hear no more of it.",
    "« {check} » ne fait que féliciter et n'a pas de niveau ; faites-le taire, avec une raison.",
)
SETTINGS_NO_TERMS = Message(
    "“{check}” looks at no list of words; terms can be added to {known}.",
    "« {check} » ne consulte aucune liste de mots ; on peut ajouter des termes à {known}.",
)
SETTINGS_TERMS = Message(
    'terms are given by language; write add.fr = ["…"] or add.en = ["…"].',
    'les termes se donnent par langue ; écrivez add.fr = ["…"] ou add.en = ["…"].',
)
SETTINGS_TERM = Message(
    "the term “{term}” cannot be read; write words, and at least three letters before a *.",
    "le terme « {term} » est illisible ; écrivez des mots, et au moins trois lettres avant une *.",
)
LINE_TEXT = Message("“{name}” should be {what}.", "« {name} » devrait être {what}.")
HEARD_FIELD = Message(
    "“{name}” of a line of what was heard should be {what}.",
    "« {name} », dans une ligne de ce qui a été entendu, devrait être {what}.",
)
A_TERM = Message("a word or a hashtag", "un mot ou un mot-dièse")
POSTS = Message("a list of posts", "une liste de messages")
