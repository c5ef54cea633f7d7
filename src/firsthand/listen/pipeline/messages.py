"""What the signals say, and why something heard was left out."""

from firsthand.records.message import Message

QUESTION = Message("{author} asks you something.", "{author} vous pose une question.")
THANKS = Message("{author} thanks you.", "{author} vous remercie.")
THANKS_COMPANY = Message("{author} thanks your company.", "{author} remercie votre entreprise.")
RECOGNITION = Message(
    "{author} praises work done at your company.",
    "{author} salue le travail de vos équipes.",
)
SPEAKS_WELL = Message("{author} speaks well of you.", "{author} dit du bien de vous.")
INVITATION = Message(
    "{author}, of “{community}”, asks about “{topic}”: you know this subject.",
    "{author}, de « {community} », s'interroge sur « {topic} » : vous connaissez ce sujet.",
)
CONVERSATION = Message(
    "In “{community}”, {voices} people talk about “{topic}”, for {span} so far: you know this"
    " subject.",
    "Dans « {community} », {voices} personnes parlent de « {topic} » depuis {span} : vous"
    " connaissez ce sujet.",
)
SURGE = Message(
    "{count} posts {watch} in {span}, where {expected} were expected: {rare}.",
    "{count} messages {watch} en {span}, pour {expected} attendus : {rare}.",
)
ONCE_IN_DAYS = Message(
    "a level this high is expected once in {days} days",
    "un tel niveau est attendu une fois tous les {days} jours",
)
HARDLY_EVER = Message(
    "a level this high is expected less than once a year",
    "un tel niveau est attendu moins d'une fois par an",
)
SURGE_AGAIN = Message(
    "The surge {watch} goes on: {count} posts in {span}, where {expected} were expected.",
    "La poussée {watch} continue : {count} messages en {span}, pour {expected} attendus.",
)
WATCHES = {
    "leader": Message("about you", "sur vous"),
    "organisation": Message("about your company", "sur votre entreprise"),
    "product": Message("about “{name}”", "sur « {name} »"),
    "topic": Message("on the topic “{name}”", "sur le sujet « {name} »"),
    "community": Message("in the community “{name}”", "dans la communauté « {name} »"),
}
SURGE_BAD = Message(
    "{count} negative posts about you and your company in {span}, where {expected} were"
    " expected: {rare}.",
    "{count} messages négatifs sur vous et votre entreprise en {span}, pour {expected}"
    " attendus : {rare}.",
)
SURGE_BAD_AGAIN = Message(
    "The negative posts about you and your company go on: {count} in {span}, where {expected}"
    " were expected.",
    "Les messages négatifs sur vous et votre entreprise continuent : {count} en {span}, pour"
    " {expected} attendus.",
)
SURGE_GOOD = Message(
    "{count} positive posts about you and your company in {span}, where {expected} were"
    " expected: {rare}.",
    "{count} messages positifs sur vous et votre entreprise en {span}, pour {expected}"
    " attendus : {rare}.",
)
SURGE_GOOD_AGAIN = Message(
    "The positive posts about you and your company go on: {count} in {span}, where {expected}"
    " were expected.",
    "Les messages positifs sur vous et votre entreprise continuent : {count} en {span}, pour"
    " {expected} attendus.",
)
MOSTLY = Message(
    "Mostly posts of the rumour “{claim}”.", "Surtout des messages de la rumeur « {claim} »."
)

RUMOUR = Message(
    "A rumour is growing: “{claim}” {posts} {posts:post|posts} by {voices} {voices:account|accounts}"
    " so far.",
    "Une rumeur grandit : « {claim} » {posts} {posts:message|messages} de {voices}"
    " {voices:compte|comptes} jusqu'ici.",
)
GROWS = Message(
    "The rumour “{claim}” grows: {posts} posts by {voices} accounts; {before} when last told.",
    "La rumeur « {claim} » grandit : {posts} messages de {voices} comptes ; {before}"
    " la dernière fois.",
)
ANSWERED = Message(
    "The rumour “{claim}” was answered {span} after its first post; {posts} {posts:post|posts} by then.",
    "La rumeur « {claim} » a reçu une réponse {span} après son premier message ;"
    " {posts} {posts:message|messages} jusque-là.",
)
CALMED = Message(
    "The rumour “{claim}” calmed: {now} {now:post|posts} an hour {span} after the answer,"
    " {before} before it.",
    "La rumeur « {claim} » s'est calmée : {now} {now:message|messages} par heure {span}"
    " après la réponse, {before} avant.",
)
NOT_CALMED = Message(
    "The rumour “{claim}” has not calmed: {now} {now:post|posts} an hour {span} after the answer,"
    " {before} before it.",
    "La rumeur « {claim} » ne s'est pas calmée : {now} {now:message|messages} par heure {span}"
    " après la réponse, {before} avant.",
)
UNSURE = Message(
    "Whether the rumour “{claim}” calmed cannot be said: {now} {now:post|posts} an hour {span}"
    " after the answer, {before} before it.",
    "On ne peut dire si la rumeur « {claim} » s'est calmée : {now} {now:message|messages} par heure"
    " {span} après la réponse, {before} avant.",
)
CAME = Message(
    "Since the answer: {came} {came:post|posts}; the forecast of that moment expected {expected},"
    " four times in five between {low} and {high}.",
    "Depuis la réponse : {came} {came:message|messages} ; la prévision de cet instant en attendait"
    " {expected}, quatre fois sur cinq entre {low} et {high}.",
)
FEWER = Message(
    "By that forecast so few come about {chance} times in 100 without an answer; this does not prove"
    " that the answer is the reason.",
    "Selon cette prévision, il en vient si peu environ {chance} fois sur 100 sans réponse ; cela ne"
    " prouve pas que la réponse en soit la cause.",
)
AS_OTHERS = Message(
    "Stories slow down by themselves too: whether the answer is the reason cannot be said.",
    "Une histoire ralentit aussi d'elle-même : on ne peut dire si la réponse en est la cause.",
)
FADED = Message(
    "The rumour “{claim}” has been silent for {span}: {posts} posts in all.",
    "La rumeur « {claim} » s'est tue depuis {span} : {posts} messages en tout.",
)
STARTED = Message("First heard from {author}, {time}.", "Entendue d'abord de {author}, {time}.")
CARRIED = Message("Carried above all by {names}.", "Portée surtout par {names}.")
TOO_EARLY = Message("Where it goes: too early to tell.", "Où elle va : trop tôt pour le dire.")
EXPECTED = Message(
    "Expected in two days: {expected} posts, four times in five between {low} and {high};"
    " chance that it doubles: {doubles} %.",
    "Attendus sous deux jours : {expected} messages, quatre fois sur cinq entre {low} et {high} ;"
    " probabilité qu'elle double : {doubles} %.",
)
PEAK = Message("It may peak around {time}.", "Le plus fort pourrait venir vers {time}.")
PEAKED = Message(
    "Its busiest moment, around {time}, lies behind.", "Le plus fort, vers {time}, est passé."
)
HARM = Message(
    "How likely a rumour: {p} %. Possible harm so far: {harm}.",
    "Probabilité que ce soit une rumeur : {p} %. Dommage possible à ce stade : {harm}.",
)
SMALL, REAL = Message("small", "faible"), Message("serious", "sérieux")
HEAVY = Message("grave", "grave")

QUESTION_ANSWERED = Message(
    "You answered {author} after {span}.", "Vous avez répondu à {author} après {span}."
)
QUESTION_WAITS = Message(
    "{author} has waited for your answer for {span}.",
    "{author} attend votre réponse depuis {span}.",
)
TREND = Message(
    "“{terms}” rises in your communities: {posts} posts by {voices} accounts in three hours or so,"
    " where {usual} are usual.",
    "« {terms} » monte dans vos communautés : {posts} messages de {voices} comptes en trois heures"
    " environ, pour {usual} d'ordinaire.",
)
AMONG = Message("Heard in: {names}.", "Entendu dans : {names}.")
YOUR_TOPICS = Message(
    "It touches what you speak of: {names}.", "Cela touche à vos sujets : {names}."
)
NO_TOPIC = Message("None of your topics speaks of it.", "Aucun de vos sujets n'en parle.")
YOU_SAID = Message(
    "You have spoken of it {n} {n:time|times}, last on {day}.",
    "Vous en avez parlé {n} fois, la dernière le {day}.",
)
YOU_SAID_OFTEN = Message(
    "You have spoken of it {n} times or more, last on {day}.",
    "Vous en avez parlé {n} fois au moins, la dernière le {day}.",
)
NEVER_SAID = Message(
    "You have never spoken of it, as far as is known here.",
    "Vous n'en avez jamais parlé, pour autant qu'on le sache ici.",
)
VOICE = Message(
    "{author} speaks up in “{community}” ({posts} posts), and you have no tie yet.",
    "{author} prend la parole dans « {community} » ({posts} messages), et rien ne vous lie encore.",
)
HARDLY_ANY = Message("hardly any", "presque aucun")
SOMEBODY = Message("Somebody", "Quelqu'un")
SOMEBODY_LOW = Message("somebody", "quelqu'un")

NOT_READ = Message("not JSON", "pas du JSON")
WRONG_KIND = Message(
    "a value is not of the kind it should be", "une valeur n'est pas du genre attendu"
)
NO_TEXT = Message("no text", "pas de texte")
TOO_LONG = Message("longer than any post", "plus long qu'un message")
OTHER = Message("an event that is no new post", "un évènement qui n'est pas un nouveau message")
TWICE = Message("heard already", "déjà entendu")
NO_TIME = Message("a time that cannot be", "une heure impossible")
