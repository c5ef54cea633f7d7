"""What the strategy room says: harmony, advice, differences and proposals."""

from firsthand.records.message import Message

# Harmony: the sides.
SUPPORTS = Message("supports", "soutient")
SILENT = Message("silent", "silencieux")
CONTRADICTS = Message("contradicts", "contredit")
HARMONY = Message(
    "{contradicts} to settle, {silent} left unsaid, {supports} in harmony.",
    "À régler : {contradicts} ; passé sous silence : {silent} ; en harmonie : {supports}.",
)
NO_COMPANY = Message(
    "The company's plan is not there yet; write it or import it, and the two can be compared.",
    "Le plan de l'entreprise n'est pas encore là ; écrivez-le ou importez-le pour comparer les deux.",
)

# Harmony: the reasons.
OPPOSITE = Message(
    "On “{subject}” you are {own}, the company is {theirs}.",
    "Sur « {subject} », vous êtes {own}, l'entreprise est {theirs}.",
)
SAME = Message(
    "On “{subject}” you and the company say the same.",
    "Sur « {subject} », l'entreprise et vous dites la même chose.",
)
SHADED = Message(
    "On “{subject}” you shade what the company says; agree on how far.",
    "Sur « {subject} », vous nuancez le propos de l'entreprise ; convenez jusqu'où.",
)
NO_STANCE = Message(
    "Both name “{subject}”, but {who} has no stance yet.",
    "« {subject} » est nommé des deux côtés, mais {who} n'a pas encore de position.",
)
WHO_YOU = Message("your strategy", "votre stratégie")
WHO_COMPANY = Message("the company", "l'entreprise")
YOU_SILENT = Message(
    "The company speaks of “{subject}”; your strategy does not.",
    "L'entreprise parle de « {subject} » ; votre stratégie n'en dit rien.",
)
COMPANY_SILENT = Message(
    "You speak of “{subject}”; the company's plan does not. It is your own ground.",
    "Vous parlez de « {subject} » ; le plan de l'entreprise n'en dit rien. C'est votre terrain.",
)
CARRIED = Message(
    "Your strategy carries “{name}” (by “{phrase}”).",
    "Votre stratégie porte « {name} » (par « {phrase} »).",
)
CARRIED_POSTS = Message(
    "Your strategy carries “{name}”, and so {n:does|do} {n} of your posts.",
    "Votre stratégie porte « {name} », et {n} de vos messages aussi.",
)
CARRIED_NEVER_POSTED = Message(
    "Your strategy carries “{name}”, but none of your {total} posts does so far.",
    "Votre stratégie porte « {name} », mais aucun de vos {total} messages ne l'a fait jusqu'ici.",
)
ONLY_POSTED = Message(
    "{n} of your posts {n:carries|carry} “{name}”; your strategy does not say so.",
    "{n} de vos messages {n:porte|portent} « {name} » ; votre stratégie ne le dit pas.",
)
NEVER_CARRIED = Message(
    "Nothing in your strategy carries “{name}”.", "Rien dans votre stratégie ne porte « {name} »."
)
NEVER_CARRIED_POSTS = Message(
    "Nothing carries “{name}”: neither your strategy nor any of your {total} posts.",
    "Rien ne porte « {name} » : ni votre stratégie, ni aucun de vos {total} messages.",
)
CROSSES = Message(
    "You mean to speak of “{subject}” while “{embargo}” is under embargo ({period}).",
    "Vous comptez parler de « {subject} » alors que « {embargo} » est sous embargo ({period}).",
)
WAITS = Message(
    "You speak of “{subject}” only outside the embargo “{embargo}” ({period}).",
    "Vous ne parlez de « {subject} » qu'en dehors de l'embargo « {embargo} » ({period}).",
)
POSTS_CROSS = Message(
    "“{embargo}” was under embargo ({period}) and posts of yours named it: {n}.",
    "« {embargo} » était sous embargo ({period}) et des messages de vous l'ont nommé : {n}.",
)
QUIET_TOO = Message(
    "You keep quiet with the company: “{name}”.", "Vous vous taisez avec l'entreprise : « {name} »."
)
QUIET_ALONE = Message(
    "The company keeps quiet on “{phrase}” (“{name}”, {period}); your strategy does not say so.",
    "L'entreprise se tait sur « {phrase} » (« {name} », {period}) ; votre stratégie n'en dit rien.",
)
LINE_CROSSED = Message(
    "The red line “{line}” forbids “{phrase}”, which “{name}” says.",
    "La ligne rouge « {line} » interdit « {phrase} », que dit « {name} ».",
)

# Stances and periods inside a sentence.
STANCES = {
    "for": Message("for", "pour"),
    "against": Message("against", "contre"),
    "nuanced": Message("of two minds", "nuancé"),
    "none": Message("without a stance", "sans position"),
}
BETWEEN = Message("from {start} to {end}", "du {start} au {end}")
UNTIL = Message("until {end}", "jusqu'au {end}")
SINCE = Message("since {start}, with no end", "depuis le {start}, sans fin")
ALWAYS = Message("with no dates", "sans dates")

# Advice on a strategy that can be used.
NO_AIM = Message(
    "No aim yet: one sentence that you would say to your board.",
    "Pas encore de but : une phrase que vous diriez à votre conseil.",
)
NO_OBJECTIVE = Message(
    "No objective yet: nothing will tell whether it did any good.",
    "Pas encore d'objectif : rien ne dira si cela a servi.",
)
NO_SUCCESS = Message(
    "The objective “{name}” does not say how you would notice success.",
    "L'objectif « {name} » ne dit pas à quoi vous verriez le succès.",
)
DATE_PAST = Message(
    "The date of “{name}” has passed ({date}).", "La date de « {name} » est passée ({date})."
)
NO_AUDIENCE = Message(
    "No audience yet: whom do you want to influence?",
    "Pas encore de public : qui voulez-vous influencer ?",
)
AUDIENCE_NO_TOPIC = Message(
    "The audience “{name}” has no topic: influence them on what?",
    "Le public « {name} » n'a pas de sujet : l'influencer sur quoi ?",
)
NO_TOPIC = Message(
    "No topic yet: what do you want to speak about?",
    "Pas encore de sujet : de quoi voulez-vous parler ?",
)
TOPIC_NO_PHRASE = Message(
    "The topic “{name}” has no phrases: nothing can be recognised as being about it.",
    "Le sujet « {name} » n'a pas d'expressions : rien ne pourra lui être rattaché.",
)
TOPIC_NO_STANCE = Message(
    "The topic “{name}” does not say what you think of it.",
    "Le sujet « {name} » ne dit pas ce que vous en pensez.",
)
TOPIC_NOBODY = Message(
    "The topic “{name}” is for no audience.", "Le sujet « {name} » n'est destiné à aucun public."
)
NO_TARGET = Message(
    "No community is a direct target yet.", "Aucune communauté n'est encore une cible directe."
)
COMMUNITY_NOWHERE = Message(
    "The community “{name}” has no account, hashtag, feed or list: it cannot be listened to.",
    "La communauté « {name} » n'a ni compte, ni mot-dièse, ni flux, ni liste : on ne peut pas l'écouter.",
)
MESSAGE_NOBODY = Message(
    "Nobody carries the key message “{name}”: no topic shares its subject or its words.",
    "Personne ne porte le message clé « {name} » : aucun sujet n'en partage le thème ni les mots.",
)
MESSAGE_NO_PHRASE = Message(
    "The key message “{name}” has no phrases: nobody will see whether posts carry it.",
    "Le message clé « {name} » n'a pas d'expressions : on ne verra pas si vos messages le portent.",
)
GUARD_NO_PHRASE = Message(
    "“{name}” has no words to watch for: it cannot protect you.",
    "« {name} » n'a pas de mots à surveiller : cela ne peut pas vous protéger.",
)
NO_RED_LINE = Message(
    "No red line yet: what will you never say?",
    "Pas encore de ligne rouge : que ne direz-vous jamais ?",
)
NO_PREPARED = Message(
    "No prepared line yet: a bad day is a bad time to look for words.",
    "Pas encore de parole prête : un mauvais jour est un mauvais moment pour chercher ses mots.",
)
NO_SHARE = Message(
    "Nothing says which share you mean to write yourself.",
    "Rien ne dit quelle part vous voulez écrire vous-même.",
)
SLOW_RUMOUR = Message(
    "An answer to a rumour waits for {n} signatures; minutes count there.",
    "La réponse à une rumeur attend {n} signatures ; là, ce sont les minutes qui comptent.",
)
OWN_EMBARGO = Message(
    "Your topic “{subject}” runs into your own embargo “{embargo}” ({period}).",
    "Votre sujet « {subject} » se heurte à votre propre embargo « {embargo} » ({period}).",
)
OWN_LINE = Message(
    "“{name}” crosses your own red line “{line}” (by “{phrase}”).",
    "« {name} » franchit votre propre ligne rouge « {line} » (par « {phrase} »).",
)

# Differences.
ADDED = Message("added", "ajout")
REMOVED = Message("removed", "retrait")
CHANGED = Message("changed", "changement")
IDENTICAL = Message("The two are the same.", "Les deux sont identiques.")
NOTHING = Message("nothing", "rien")
YES = Message("yes", "oui")
NO = Message("no", "non")

# Proposals from the archive.
TOO_FEW = Message(
    "Not enough posts of your own yet to tell ({n} of {wanted}).",
    "Pas encore assez de messages de votre main pour le dire ({n} sur {wanted}).",
)
STILL_READING = Message(
    "The desk is reading your {n} posts; in a minute it can say what they suggest.",
    "Le bureau lit vos {n} messages ; dans une minute, il pourra dire ce qu'ils suggèrent.",
)
NO_SUBJECT = Message(
    "Your posts do not come back to any subject often enough to name it.",
    "Vos messages ne reviennent à aucun sujet assez souvent pour le nommer.",
)
READ_FROM = Message(
    "Read from {n} posts of your own, {since} to {until}.",
    "Lu dans {n} messages de votre main, du {since} au {until}.",
)
READ_UNDATED = Message("Read from {n} posts of your own.", "Lu dans {n} messages de votre main.")
PEOPLE_NONE = Message(
    "Your archive holds no answer to anybody.",
    "Votre archive ne contient aucune réponse à quelqu'un.",
)
A_WEEK = Message(
    "{n:g} {n:post|posts} a week (median of {weeks} {weeks:week|weeks}, {silent} of them silent), mostly on {day} around {hour}:00.",
    "{n:g} {n:message|messages} par semaine (médiane de {weeks} {weeks:semaine|semaines}, dont {silent} en silence), surtout le {day} vers {hour} h.",
)
DAYS = (
    Message("Monday", "lundi"),
    Message("Tuesday", "mardi"),
    Message("Wednesday", "mercredi"),
    Message("Thursday", "jeudi"),
    Message("Friday", "vendredi"),
    Message("Saturday", "samedi"),
    Message("Sunday", "dimanche"),
)

# Versions.
VERSION_KEPT = Message(
    "A version of a strategy never changes; save a new one.",
    "Une version d'une stratégie ne change jamais ; enregistrez-en une nouvelle.",
)
VERSION_BROKEN = Message(
    "Version {number} of {leader}'s strategy cannot be read back: {why}",
    "La version {number} de la stratégie de {leader} est illisible : {why}",
)
NO_VERSION = Message("{leader} has no version {number}.", "{leader} n'a pas de version {number}.")
NO_STRATEGY = Message(
    "{leader} has no strategy yet; write it in the desk or import a file.",
    "{leader} n'a pas encore de stratégie ; écrivez-la dans le bureau ou importez un fichier.",
)
BACK_TO = Message("Back to version {number}.", "Retour à la version {number}.")
CHANGED_MEANWHILE = Message(
    "{who} has changed this part since you opened it (version {number}); save again to keep yours.",
    "{who} a modifié cette partie depuis que vous l'avez ouverte (version {number}) ; enregistrez de nouveau pour garder la vôtre.",
)
OWN_SHARE = Message("share that I mean to write myself", "part que je veux écrire moi-même")
SOMEBODY = Message("Somebody", "Quelqu'un")
NO_SECTION = Message(
    "There is no such part of a strategy; go back to the strategy and choose one.",
    "Il n'y a pas de telle partie dans une stratégie ; revenez à la stratégie et choisissez-en une.",
)
PEOPLE_ANSWERED = Message("Those I answer", "Ceux à qui je réponds")
