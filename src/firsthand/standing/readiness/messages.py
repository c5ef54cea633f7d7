"""What the verdict says."""

from firsthand.records.message import Message

GO = Message("Go", "Allez-y")
PREPARE = Message("Prepare first", "Préparez-vous d'abord")
ABSTAIN = Message("Abstain for now", "Abstenez-vous pour l'instant")
UNCERTAIN = Message("Too early to say", "Trop tôt pour le dire")

GO_BECAUSE = Message(
    "You would gain from being there, you can do it well, and the ground is ready: begin, and write yourself.",
    "Vous avez à y gagner, vous saurez le faire et le terrain est prêt : commencez, et écrivez vous-même.",
)
GO_DISPUTED_ONE = Message(
    "You would gain from being there, you can do it well, and the ground is ready: begin, and write yourself. One thing to settle: your posts contradict one of your answers.",
    "Vous avez à y gagner, vous saurez le faire et le terrain est prêt : commencez, et écrivez vous-même. Un point à éclaircir : vos messages contredisent une de vos réponses.",
)
GO_DISPUTED_SOME = Message(
    "You would gain from being there, you can do it well, and the ground is ready: begin, and write yourself. To settle first: your posts contradict {n} of your answers.",
    "Vous avez à y gagner, vous saurez le faire et le terrain est prêt : commencez, et écrivez vous-même. À éclaircir d'abord : vos messages contredisent {n} de vos réponses.",
)
PREPARE_ONE = Message(
    "You can be there, and soon: one step comes first, about {span}.",
    "Votre place y est, et bientôt : une étape vient d'abord, environ {span}.",
)
PREPARE_SOME = Message(
    "You can be there, and soon: {n} steps come first, about {span} if you take them side by side.",
    "Votre place y est, et bientôt : {n} étapes viennent d'abord, environ {span} si vous les menez de front.",
)
ABSTAIN_WORTH = Message(
    "You would gain too little for the time that it takes.",
    "Vous y gagneriez trop peu pour le temps que cela demande.",
)
ABSTAIN_PERSON = Message(
    "As things stand, it would not be you, or not at your best.",
    "En l'état, ce ne serait pas vous, ou pas sous votre meilleur jour.",
)
ABSTAIN_SAFETY = Message(
    "Too many risks come together at this moment.",
    "Trop de risques se conjuguent en ce moment.",
)
ABSTAIN_GROUND = Message("Nothing is prepared yet.", "Rien n'est encore préparé.")
UNCERTAIN_BECAUSE = Message(
    "Too little is known to advise you; what is still open could lead to “{worst}” as well as to “{best}”.",
    "Nous en savons trop peu pour vous conseiller ; ce qui reste ouvert peut mener à « {worst} » comme à « {best} ».",
)

HOLDS = Message("holds", "acquis")
NOT_YET = Message("not yet", "pas encore")
RULES_OUT = Message("rules it out for now", "l'exclut pour l'instant")
UNKNOWN = Message("not known", "inconnu")

AGAIN_PREPARE = Message(
    "By then the longest step, {span}, can be done.",
    "D'ici là, l'étape la plus longue, {span}, peut être faite.",
)
AGAIN_RULE = Message(
    "What stands in the way seldom changes in less than {span}.",
    "Ce qui s'y oppose change rarement en moins de {span}.",
)

WEEKS = Message("{n} weeks", "{n} semaines")
MONTHS = Message("{n} months", "{n} mois")

WOULD_BRING = Message(
    "If you could answer “{answer}” to “{question}”, the verdict would be: {verdict}.",
    "Si vous pouviez répondre « {answer} » à « {question} », le verdict serait : {verdict}.",
)
WOULD_UNDO = Message(
    "If your answer to “{question}” became “{answer}”, the verdict would be: {verdict}.",
    "Si votre réponse à « {question} » devenait « {answer} », le verdict serait : {verdict}.",
)
ONE_STEP = Message(
    "No other answer changes the verdict by itself; that step does, once it is taken.",
    "Aucune autre réponse ne change à elle seule le verdict ; cette étape le change, une fois franchie.",
)
TOGETHER = Message(
    "No single answer changes the verdict; these steps do, together.",
    "Aucune réponse ne change à elle seule le verdict ; ces étapes le changent, ensemble.",
)
CONTRADICTION = Message(
    "To “{question}” you answered “{answer}”. Your posts say otherwise. {shown}",
    "À « {question} », vous avez répondu « {answer} ». Vos messages disent autre chose. {shown}",
)

ANSWER_THIS = Message("Answer: {question}", "Répondez : {question}")
IMPORT_ARCHIVE = Message(
    "Bring your posts: the archive answers part of this better than memory does.",
    "Apportez vos messages : l'archive répond à une partie de ces questions mieux que la mémoire.",
)

SIZE_CHANGES = Message(
    "{factor}: weighs {weight} here instead of {base}. {why}",
    "{factor} : pèse {weight} ici au lieu de {base}. {why}",
)

QUESTIONNAIRE_INTRO = Message(
    "Should you be there at all? {n} questions, five to ten minutes.\n"
    "Write one of the words listed between the quotes; leave empty what you do not know.\n"
    "Then: firsthand assess --answers THIS_FILE",
    "Faut-il y être ? {n} questions, cinq à dix minutes.\n"
    "Écrivez entre les guillemets l'un des mots proposés ; laissez vide ce que vous ne savez pas.\n"
    "Puis : firsthand assess --answers CE_FICHIER",
)

NOT_TOML = Message(
    "Line {line}: the answers cannot be read as TOML: {why}.",
    "Ligne {line} : les réponses ne se lisent pas comme du TOML : {why}.",
)
UNKNOWN_QUESTION = Message(
    "Line {line}: there is no question “{name}”; see firsthand assess --template.",
    "Ligne {line} : il n'y a pas de question « {name} » ; voyez firsthand assess --template.",
)
UNKNOWN_ANSWER = Message(
    "Line {line}: “{value}” is not an answer to “{name}”; choose among {choices}.",
    "Ligne {line} : « {value} » n'est pas une réponse à « {name} » ; choisissez parmi {choices}.",
)
UNKNOWN_QUESTION_HERE = Message(
    "There is no question “{name}”.", "Il n'y a pas de question « {name} »."
)
UNKNOWN_ANSWER_HERE = Message(
    "“{value}” is not an answer to “{name}”; choose among {choices}.",
    "« {value} » n'est pas une réponse à « {name} » ; choisissez parmi {choices}.",
)

PARTS = {
    "organisation": Message("You and your organisation", "Vous et votre organisation"),
    "reasons": Message("What you would gain", "Ce que vous y gagneriez"),
    "conditions": Message("What it takes", "Ce qu'il faut"),
    "qualities": Message("Your qualities", "Vos qualités"),
    "risks": Message("The risks", "Les risques"),
    "support": Message("What is in place", "Ce qui est en place"),
}
GROUPS = {
    "reasons": Message("The five reasons", "Les cinq raisons"),
    "setting": Message("Your setting", "Votre cadre"),
    "conditions": Message("The three conditions", "Les trois conditions"),
    "qualities": Message("The eight qualities", "Les huit qualités"),
    "risks": Message("The risks", "Les risques"),
    "support": Message("Support and ground", "Appuis et terrain"),
}
