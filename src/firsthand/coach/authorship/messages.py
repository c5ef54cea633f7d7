"""What the authorship ledger says."""

from firsthand.records.message import Message

NOT_AN_EDIT = Message(
    "This edit cannot be read, so nothing was changed; reload the page and write on.",
    "Cette modification est illisible, rien n'a donc changé ; rechargez la page et continuez.",
)
DOES_NOT_FIT = Message(
    "This edit is about words that are no longer there, so nothing was changed; "
    "reload the page and make it again.",
    "Cette modification porte sur des mots qui ne sont plus là, rien n'a donc changé ; "
    "rechargez la page et refaites-la.",
)
WRITTEN_MEANWHILE = Message(
    "Somebody else wrote in this draft meanwhile; copy what you have just written, "
    "reload the page and put it back.",
    "Quelqu'un d'autre a écrit dans ce brouillon entre-temps ; copiez ce que vous venez d'écrire, "
    "rechargez la page et remettez-le.",
)
EDITS_MISSING = Message(
    "Some edits before these have not arrived; they are being sent again.",
    "Des modifications faites avant celles-ci ne sont pas arrivées ; elles vont être renvoyées.",
)
TOO_LONG = Message(
    "A draft holds {most} characters at most; put the rest into another one.",
    "Un brouillon contient {most} caractères au plus ; mettez la suite dans un autre.",
)
CORRUPT = Message(
    "The record of who wrote this draft does not add up to its text: restore the desk's last copy, "
    "or start a new draft with these words.",
    "Le registre de qui a écrit ce brouillon ne correspond plus à son texte : reprenez la dernière "
    "copie du bureau, ou commencez un nouveau brouillon avec ces mots.",
)
BROKEN_SEAL = Message(
    "Sealed record {number} is not what was sealed: it, or one before it, was changed afterwards.",
    "L'acte scellé {number} n'est pas celui qui a été scellé : "
    "lui ou un acte antérieur a été modifié depuis.",
)
NOT_A_RECORD = Message(
    "This file is not a sealed record of authorship, or it was changed.",
    "Ce fichier n'est pas un acte d'écriture scellé, ou il a été modifié.",
)
