"""What the settings say, in both languages."""

from firsthand.records.message import Message

BAD_DATABASE = Message(
    "DATABASE_URL cannot be used: Firsthand knows sqlite:///path and"
    " postgresql://user@host/name; correct it or remove it.",
    "DATABASE_URL est inutilisable : Firsthand connaît sqlite:///chemin et"
    " postgresql://utilisateur@serveur/base ; corrigez-la ou retirez-la.",
)
BAD_ORIGIN = Message(
    "FIRSTHAND_ORIGIN is “{value}”; it takes the address at which people open the desk,"
    " such as https://desk.example.com.",
    "FIRSTHAND_ORIGIN vaut « {value} » ; elle attend l'adresse à laquelle on ouvre le bureau,"
    " comme https://bureau.exemple.fr.",
)
BAD_TIME_ZONE = Message(
    "FIRSTHAND_TIME_ZONE is “{value}”; it takes a name such as Europe/Paris.",
    "FIRSTHAND_TIME_ZONE vaut « {value} » ; elle attend un nom comme Europe/Paris.",
)
BAD_HOME = Message(
    "The desk cannot live in {path} ({reason}); set FIRSTHAND_HOME to a folder you may write in.",
    "Le bureau ne peut pas s'installer dans {path} ({reason}) ; donnez à FIRSTHAND_HOME"
    " un dossier où vous pouvez écrire.",
)
NO_DATABASE = Message(
    "The database does not answer ({reason}); start it, or correct DATABASE_URL.",
    "La base de données ne répond pas ({reason}) ; démarrez-la, ou corrigez DATABASE_URL.",
)
