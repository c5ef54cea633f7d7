"""What the local engine says when it cannot go on."""

from firsthand.records.message import Message

BUSY = Message(
    "Another process is listening with {folder}; stop it, or choose another folder with --state.",
    "Un autre processus écoute déjà avec {folder} ; arrêtez-le, ou choisissez un autre dossier avec --state.",
)
NO_FOLDER = Message(
    "{folder} cannot hold what is heard ({reason}); choose another folder with --state.",
    "{folder} ne peut recevoir ce qui est entendu ({reason}) ; choisissez un autre dossier avec --state.",
)
BROKEN_DATABASE = Message(
    "{path} is damaged; move the folder that holds it away and listen again from the start.",
    "{path} est abîmé ; déplacez le dossier qui le contient et réécoutez depuis le début.",
)
BROKEN = Message(
    "{path} is damaged and cannot be trusted; move it away and listen again from the start."
    " The posts and signals kept so far stay in heard.sqlite3.",
    "{path} est abîmé, on ne peut pas s'y fier ; déplacez-le et réécoutez depuis le début."
    " Les messages et signaux déjà conservés restent dans heard.sqlite3.",
)
NO_PARQUET = Message(
    "Reading Parquet needs the extra “parquet”: pip install 'firsthand[parquet]'.",
    "La lecture de Parquet demande l'extra « parquet » : pip install 'firsthand[parquet]'.",
)
BAD_PARQUET = Message(
    "{path} cannot be read as Parquet; write it again, or give lines of JSON.",
    "{path} n'est pas du Parquet lisible ; réécrivez-le, ou donnez des lignes JSON.",
)
NO_COLUMN = Message(
    "{name} has no column “text”, only {columns}; rename the one that holds the posts' text.",
    "{name} n'a pas de colonne « text », seulement {columns} ; renommez celle qui contient"
    " le texte des messages.",
)
COMPRESSED = Message(
    "{name} is compressed; unpack it on the way: {program} {path} | firsthand listen - …",
    "{name} est compressé ; décompressez-le au passage : {program} {path} | firsthand listen - …",
)
NO_POSTS = Message(
    "Nothing in {name} could be read as a post ({reason}); give lines of JSON, each an object"
    " with its “text”, Jetstream's events, or Parquet.",
    "Rien dans {name} n'a pu être lu comme un message ({reason}) ; donnez des lignes JSON, chacune"
    " un objet avec son « text », des évènements Jetstream ou du Parquet.",
)
STANDARD_INPUT = Message("standard input", "l'entrée standard")
