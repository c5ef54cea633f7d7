"""What `people` says, in both languages."""

from firsthand.records.message import Message

NO_LEADER = Message(
    "There is no such page here for you.", "Il n'y a pas de telle page ici pour vous."
)
NOT_YOURS_TO_DO = Message(
    "Your role, {role}, does not allow this; ask {leader} or their adviser.",
    "Votre rôle, {role}, ne le permet pas ; demandez à {leader} ou à son conseiller.",
)
ROLES = {
    "leader": Message("leader", "dirigeant"),
    "adviser": Message("adviser", "conseiller"),
    "press": Message("press officer", "attaché de presse"),
    "reader": Message("reader", "lecteur"),
}
INVITATION_GONE = Message(
    "This invitation is no longer valid; ask for a new link.",
    "Cette invitation n'est plus valable ; demandez un nouveau lien.",
)
INVITATION_TAKEN = Message(
    "You are already with {leader}; this link is for somebody else.",
    "Vous êtes déjà auprès de {leader} ; ce lien est pour quelqu'un d'autre.",
)
LAST_KEEPER = Message(
    "Nobody else could invite or remove people; give somebody the role of leader or adviser first.",
    "Plus personne ne pourrait inviter ni retirer quelqu'un ; donnez d'abord à quelqu'un"
    " le rôle de dirigeant ou de conseiller.",
)
NAME_NEEDED = Message("A leader needs a name.", "Un dirigeant a besoin d'un nom.")
VAULT_CORRUPT = Message(
    "A stored secret cannot be opened with this desk's key; the secret-key file was changed."
    " Put the old one back, or connect the account again.",
    "Un secret enregistré ne s'ouvre pas avec la clé de ce bureau ; le fichier secret-key a changé."
    " Remettez l'ancien, ou connectez à nouveau le compte.",
)
WHICH_LEADER = Message(
    "This desk has several leaders; name one with --leader: {names}.",
    "Ce bureau a plusieurs dirigeants ; nommez-en un avec --leader : {names}.",
)
NO_SUCH_LEADER = Message(
    "This desk has no leader “{wanted}”; it has: {names}.",
    "Ce bureau n'a pas de dirigeant « {wanted} » ; il a : {names}.",
)
