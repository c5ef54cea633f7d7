"""What `firsthand listen` says."""

from firsthand.records.message import Message

NO_FILE = Message(
    "there is no file {path}; write - for standard input",
    "le fichier {path} n'existe pas ; écrivez - pour l'entrée standard",
)
SPARK_NEEDS = Message(
    "Spark reads one folder and keeps what it heard: give a folder, and --state.",
    "Spark lit un dossier et garde ce qu'il a entendu : donnez un dossier, et --state.",
)
NOTHING_TO_HEAR = Message(
    "{path} names nothing to listen for; give the leader's name, a topic's phrases or a community.",
    "{path} ne nomme rien à écouter ; donnez le nom du dirigeant, les expressions d'un sujet"
    " ou une communauté.",
)
HEARD = Message("{n} posts, {matched} kept", "{n} messages, {matched} retenus")
SUMMARY = Message(
    "{n} posts heard, {matched} kept, {signals} signals.",
    "{n} messages entendus, {matched} retenus, {signals} signaux.",
)
LEFT_OUT = Message("Left out: {reasons}.", "Laissés de côté : {reasons}.")
