"""What `firsthand doctor` says, in both languages."""

from firsthand.records.message import Message

WELL = Message("All is well.", "Tout va bien.")
NOT_WELL = Message("{n} to mend.", "{n} à réparer.")
MEND = Message("what to do: {mend}", "que faire : {mend}")

PYTHON = Message("Python {version}.", "Python {version}.")
PYTHON_MEND = Message(
    "install Python 3.11 or newer, then “make install”.",
    "installez Python 3.11 ou plus récent, puis « make install ».",
)
HOME = Message("The desk lives in {path}.", "Le bureau est installé dans {path}.")
HOME_MEND = Message(
    "let your user write in {path}, or set FIRSTHAND_HOME to another folder.",
    "donnez à votre utilisateur le droit d'écrire dans {path}, ou choisissez un autre dossier"
    " avec FIRSTHAND_HOME.",
)
DISK = Message("{free} GB are free on its disk.", "{free} Go sont libres sur son disque.")
DISK_MEND = Message(
    "make room on the disk of {path}: an import may need as much as the archive, twice.",
    "libérez de la place sur le disque de {path} : un import peut demander deux fois la taille"
    " de l'archive.",
)
SECRET = Message("The desk's secret is in {path}.", "Le secret du bureau est dans {path}.")
SECRET_MEND = Message(
    "others on this machine can read it: chmod 600 {path}",
    "d'autres peuvent le lire sur cette machine : chmod 600 {path}",
)
DATABASE = Message(
    "{kind} answers; {n} changes of its tables are still to be made.",
    "{kind} répond ; {n} changements de ses tables restent à faire.",
)
DATABASE_CURRENT = Message("{kind} answers and is up to date.", "{kind} répond et est à jour.")
DATABASE_NEW = Message(
    "{kind} answers; it is empty, “firsthand serve” will prepare it.",
    "{kind} répond ; la base est vide, « firsthand serve » la préparera.",
)
DATABASE_MEND = Message(
    "stop the desk and start it again: “firsthand serve” makes the changes.",
    "arrêtez le bureau et relancez-le : « firsthand serve » fait les changements.",
)
SEARCH = Message("Full-text search.", "Recherche en texte intégral.")
SEARCH_MEND = Message(
    "this Python's SQLite lacks FTS5: use another Python, or PostgreSQL by DATABASE_URL.",
    "le SQLite de ce Python n'a pas FTS5 : prenez un autre Python, ou PostgreSQL par DATABASE_URL.",
)
LIBRARY = Message(
    "{n} {n:post|posts} in the libraries.", "{n} {n:message|messages} dans les bibliothèques."
)
LIBRARY_MEND = Message(
    "the counts by day say {n}; empty the library in its settings and import again.",
    "les comptes par jour disent {n} ; videz la bibliothèque dans ses réglages et importez à nouveau.",
)
IMPORTS = Message(
    "Imports of the last days: {failed} failed, {waiting} waiting for long.",
    "Imports des derniers jours : {failed} en échec, {waiting} en attente depuis longtemps.",
)
IMPORTS_MEND = Message(
    "open the desk with “firsthand serve” and look at the library's imports: each says why.",
    "ouvrez le bureau avec « firsthand serve » et regardez les imports de la bibliothèque :"
    " chacun dit pourquoi.",
)
RECORDS = Message(
    "{n} sealed {n:record|records} of authorship, as sealed.",
    "{n} {n:acte d'écriture scellé, intact|actes d'écriture scellés, intacts}.",
)
RECORDS_BROKEN = Message(
    "Sealed record {number} of {leader} is not as it was sealed.",
    "L'acte scellé {number} de {leader} n'est plus tel qu'il a été scellé.",
)
RECORDS_MEND = Message(
    "it, or one before it, was changed or taken away: bring back the desk's last copy, "
    "or keep that in mind when you show it.",
    "il a été modifié ou retiré, lui ou un acte antérieur : reprenez la dernière copie du bureau, "
    "ou tenez-en compte avant de le montrer.",
)
PAGES = Message("{n} files of style and script.", "{n} fichiers de style et de script.")
PAGES_MEND = Message(
    "files of the pages are missing: install Firsthand again with “make install”.",
    "il manque des fichiers aux pages : réinstallez Firsthand avec « make install ».",
)
OPTIONAL_THERE = Message("{program} is there and is used.", "{program} est là et sert.")
OPTIONAL_ABSENT = Message(
    "{program} is not there; Firsthand does without it.",
    "{program} n'est pas là ; Firsthand s'en passe.",
)
