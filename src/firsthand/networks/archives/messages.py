"""What the archives say to people: why a whole archive, or one record of it, cannot be read."""

from firsthand.records.message import Message

# A whole archive.
MISSING = Message(
    "There is no file or folder “{name}”: check the path.",
    "Il n'y a ni fichier ni dossier « {name} » : vérifiez le chemin.",
)
NOTHING_GIVEN = Message(
    "No archive was given: name a file or a folder.",
    "Aucune archive n'a été donnée : indiquez un fichier ou un dossier.",
)
NOT_PERMITTED = Message(
    "“{name}” may not be read: give yourself the right to read it, then try again.",
    "« {name} » n'est pas accessible en lecture : donnez-vous le droit de lecture, puis réessayez.",
)
CANNOT_OPEN = Message(
    "“{name}” cannot be opened ({why}): copy it to this machine's own disk, then try again.",
    "« {name} » ne s'ouvre pas ({why}) : copiez-le sur le disque de cette machine, puis réessayez.",
)
EMPTY_FILE = Message(
    "“{name}” is empty: download the export again.",
    "« {name} » est vide : téléchargez de nouveau l'export.",
)
EMPTY_FOLDER = Message(
    "The folder “{name}” holds no file: give the folder of the unpacked export.",
    "Le dossier « {name} » ne contient aucun fichier : donnez celui de l'export décompressé.",
)
EMPTY_PACKAGE = Message(
    "“{name}” is a package without a file in it: download the export again.",
    "« {name} » est un paquet sans aucun fichier : téléchargez de nouveau l'export.",
)
UNKNOWN_KIND = Message(
    "“{name}” is {what}, not an export that Firsthand knows: give the file or the folder as X, "
    "LinkedIn, Mastodon, Bluesky or WordPress delivered it, a feed, or JSON Lines.",
    "« {name} » est {what}, et non un export connu de Firsthand : donnez le fichier ou le dossier "
    "tel que X, LinkedIn, Mastodon, Bluesky ou WordPress l'a livré, un flux, ou du JSON Lines.",
)
BROKEN_PACKAGE = Message(
    "“{name}” is broken or incomplete: download it again.",
    "« {name} » est abîmé ou incomplet : téléchargez-le de nouveau.",
)
LOCKED = Message(
    "“{name}” is locked with a password: unpack it yourself, then give the folder.",
    "« {name} » est protégé par un mot de passe : décompressez-le vous-même, puis donnez le dossier.",
)
UNKNOWN_PACKING = Message(
    "“{name}” is packed in a way that Firsthand does not read: unpack it yourself, then give the folder.",
    "« {name} » est compressé d'une façon que Firsthand ne lit pas : décompressez-le vous-même, "
    "puis donnez le dossier.",
)
CLIMBS_OUT = Message(
    "“{name}” holds a path that leads out of it ({path}), as no honest export does: "
    "nothing was read; ask the network for a new export.",
    "« {name} » contient un chemin qui en sort ({path}), ce qu'aucun export honnête ne fait : "
    "rien n'a été lu ; demandez un nouvel export au réseau.",
)
BOMB = Message(
    "“{name}” would unpack to more than {times} times its size, as no honest export does: "
    "it was not read; ask the network for a new export.",
    "« {name} » occuperait, décompressé, plus de {times} fois sa taille, ce qu'aucun export honnête "
    "ne fait : il n'a pas été lu ; demandez un nouvel export au réseau.",
)
TOO_MANY_FILES = Message(
    "“{name}” holds more than {limit:,} files: give the export's own file or folder.",
    "« {name} » contient plus de {limit:,} fichiers : donnez le fichier ou le dossier de l'export.",
)
ENTITY_BOMB = Message(
    "“{name}” defines XML entities of its own, which can hide an attack: "
    "it was not read any further; export it again.",
    "« {name} » définit ses propres entités XML, ce qui peut cacher une attaque : "
    "la lecture s'est arrêtée là ; refaites l'export.",
)
BREAKS_OFF = Message(
    "“{name}” breaks off or is damaged: download the export again.",
    "« {name} » s'interrompt ou est abîmé : téléchargez de nouveau l'export.",
)
NO_LIST = Message(
    "“{name}” does not hold the list of posts it should: download the export again.",
    "« {name} » ne contient pas la liste de messages attendue : téléchargez de nouveau l'export.",
)

# What a file turns out to be, when it is not an export.
A_PDF = Message("a PDF document", "un document PDF")
A_PICTURE = Message("a picture", "une image")
A_FILM = Message("a film or a sound", "un film ou un son")
A_PROGRAM = Message("a program", "un programme")
A_PAGE = Message("a web page", "une page web")
A_PACKAGE_IN_A_PACKAGE = Message("a package within a package", "une archive dans une archive")
A_PACKAGE = Message("a package of files", "un paquet de fichiers")
A_FOLDER = Message("a folder of files", "un dossier de fichiers")
A_TEXT = Message("a text of another kind", "un texte d'une autre sorte")
A_BINARY = Message("a file of another kind", "un fichier d'une autre sorte")

# One record.
NOT_JSON = Message("not JSON", "ce n'est pas du JSON")
NOT_UTF8 = Message("not UTF-8 text", "ce n'est pas du texte UTF-8")
TOO_LONG = Message(
    "longer than {limit} MB, which no post is",
    "plus de {limit} Mo, ce qu'aucun message n'atteint",
)
CUT_SHORT = Message("the file ends in the middle of it", "le fichier se termine au milieu")
TOO_DEEP = Message("nested too deeply", "imbriqué trop profondément")
NOT_A_RECORD = Message("not shaped as a post", "ce n'a pas la forme d'un message")
DAMAGED = Message("damaged or missing in the file", "abîmé ou absent du fichier")
DAMAGED_BRANCH = Message(
    "the records that follow are damaged or missing",
    "les enregistrements qui suivent sont abîmés ou absents",
)
UNCLOSED = Message("a quotation mark is never closed", "un guillemet n'est jamais refermé")
TOO_WIDE = Message(
    "more cells than the table has columns", "plus de cellules que le tableau n'a de colonnes"
)
NOT_XML = Message("damaged XML", "du XML abîmé")
NO_ID = Message("no identifier", "pas d'identifiant")
NOTHING_IN_IT = Message("no text, link or picture in it", "ni texte, ni lien, ni image")
NOT_PUBLISHED = Message(
    "not published: its state is “{state}”", "non publié : son état est « {state} »"
)
OTHER_SORT = Message("not a post but a “{sort}”", "non pas un article mais « {sort} »")
NAMED_TWICE = Message(
    "the archive holds this file twice; the last one was read",
    "l'archive contient ce fichier deux fois ; le dernier a été lu",
)
PRIVATE = Message(
    "a private message, left out: it was not published",
    "un message privé, laissé de côté : il n'a pas été publié",
)
EARLIER_VERSION = Message(
    "an earlier version of an edited post", "une version antérieure d'un message modifié"
)
NOTE_WITHOUT_POST = Message(
    "a long text whose post is not in the archive",
    "un texte long dont le message n'est pas dans l'archive",
)
