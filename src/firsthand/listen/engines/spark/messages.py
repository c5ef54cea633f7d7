"""What the Spark engine says."""

from firsthand.records.message import Message

NO_SPARK = Message(
    "PySpark is not installed, and the cluster is reached through it: "
    "install Firsthand with its “spark” extra, or leave “--engine spark” out.",
    "PySpark n'est pas installé, et c'est par lui qu'on atteint la grappe : "
    "installez Firsthand avec son supplément « spark », ou retirez « --engine spark ».",
)
NO_FILES = Message(
    "{folder} holds no file to read: put lines of JSON or Parquet there.",
    "{folder} ne contient aucun fichier à lire : mettez-y des lignes de JSON ou du Parquet.",
)
