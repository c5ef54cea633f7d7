"""What `firsthand listen` says."""

from firsthand.records.message import Message

ONLY_SPARK_GOES_ON = Message(
    "Only Spark waits for more files: leave out --goes-on, or add --engine spark.",
    "Seul Spark attend d'autres fichiers : retirez --goes-on, ou ajoutez --engine spark.",
)
SPARK_NEEDS = Message(
    "Spark reads one folder and keeps what it heard: give a folder, and --state.",
    "Spark lit un dossier et garde ce qu'il a entendu : donnez un dossier, et --state.",
)
IN_FILE = Message("{name}: {fault}", "{name} : {fault}")
NOTHING_TO_HEAR = Message(
    "{path} names nothing to listen for; give the leader's name, a topic's phrases or a community.",
    "{path} ne nomme rien à écouter ; donnez le nom du dirigeant, les expressions d'un sujet"
    " ou une communauté.",
)
WHOSE_ARCHIVE = Message(
    "{path} does not say which of these leaders it is of; listen for one leader with --archive.",
    "{path} ne dit pas duquel de ces dirigeants il vient ; avec --archive, écoutez pour un seul.",
)
BAD_TIME = Message(
    "“{value}” is no time with its offset; write it like 2026-05-04T09:12:00+02:00.",
    "« {value} » n'est pas une heure avec son décalage ; écrivez-la comme"
    " 2026-05-04T09:12:00+02:00.",
)
NO_COUNTRY = Message(
    "The public holidays of “{country}” are not known; give a country's code, such as FR or GB.",
    "Les jours fériés de « {country} » sont inconnus ; donnez le code d'un pays, comme FR ou GB.",
)
READY = Message("Getting ready to listen…", "Préparation de l'écoute…")
LISTENING = Message(
    "Listening to {sources} for {leaders}: {n} {n:watch|watches}.",
    "Écoute de {sources} pour {leaders} : {n} {n:veille|veilles}.",
)
FIRST_START = Message(
    "This is the first start on this machine: it takes a minute or two longer, once.",
    "C'est le premier lancement sur cette machine : il prend une à deux minutes de plus,"
    " une seule fois.",
)
HEARD = Message(
    "{n:,} {n:post|posts}, {matched:,} kept",
    "{n:,} {n:message|messages}, {matched:,} {matched:retenu|retenus}",
)
SUMMARY = Message(
    "{n:,} {n:post|posts} heard, {matched:,} kept; {signals:,} {signals:signal|signals},"
    " {more:,} {more:update|updates}.",
    "{n:,} {n:message entendu|messages entendus}, {matched:,} {matched:retenu|retenus} ;"
    " {signals:,} {signals:signal|signaux}, {more:,} {more:suite|suites}.",
)
SUMMARY_SO_FAR = Message(
    "Since the first start {n:,} {n:post|posts} heard, {matched:,} kept; this time {signals:,}"
    " {signals:signal|signals}, {more:,} {more:update|updates}.",
    "Depuis le premier lancement, {n:,} {n:message entendu|messages entendus}, {matched:,}"
    " {matched:retenu|retenus} ; cette fois, {signals:,} {signals:signal|signaux}, {more:,}"
    " {more:suite|suites}.",
)
LEFT_OUT = Message("Left out: {reasons}.", "Laissés de côté : {reasons}.")
LEFT_OUT_SO_FAR = Message(
    "Left out since the first start: {reasons}.",
    "Laissés de côté depuis le premier lancement : {reasons}.",
)
SINCE = Message("Since {time} ({span}).", "Depuis {time} ({span}).")
OVER = Message("From {time} to the answer: {span}.", "De {time} à la réponse : {span}.")
PART = Message("Part of what is told above.", "Fait partie de ce qui est dit plus haut.")
EVIDENCE = Message("Evidence", "Preuves")
MORE = Message("and {n} more", "et {n} de plus")
ANSWER = Message("The answer", "La réponse")
YOURS = Message("What you said", "Ce que vous avez dit")
NEXT = Message("Next: {what}", "À faire : {what}")
SOMEBODY = Message("somebody", "quelqu'un")
TALLY = Message("{kind}: {n} ({states})", "{kind} : {n} ({states})")
