"""The leader's own questions: how each part of a strategy is asked, named and explained."""

from dataclasses import dataclass

from firsthand.records.message import Message


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a strategy, under the name of its attribute."""

    key: str
    title: Message
    question: Message
    one: Message
    help: Message | None = None


SECTIONS = (
    Section(
        "leader",
        Message("The leader", "Le dirigeant"),
        Message("Under which names do people speak of me?", "Sous quels noms parle-t-on de moi ?"),
        Message("the leader", "le dirigeant"),
    ),
    Section(
        "aim",
        Message("My aim", "Mon but"),
        Message("What is my aim in speaking for myself?", "Quel est mon but en prenant moi-même la parole ?"),
        Message("aim", "but"),
        Message("One sentence that you would say aloud to your board.", "Une phrase que vous diriez à voix haute devant votre conseil."),
    ),
    Section(
        "objectives",
        Message("Objectives", "Objectifs"),
        Message("What should have changed a year from now, and how would I notice?", "Qu'est-ce qui devra avoir changé dans un an, et à quoi le verrai-je ?"),
        Message("an objective", "un objectif"),
    ),
    Section(
        "audiences",
        Message("Audiences", "Publics"),
        Message("Whom do I want to influence, and on what?", "Quel public influencer, et sur quels sujets ?"),
        Message("an audience", "un public"),
    ),
    Section(
        "topics",
        Message("Topics", "Sujets"),
        Message("What do I want to speak about, and what do I think of it?", "De quoi ai-je envie de parler, et qu'est-ce que j'en pense ?"),
        Message("a topic", "un sujet"),
        Message("The phrases are the words people really use: they find the posts that matter.", "Les expressions sont les mots que l'on emploie vraiment : elles retrouvent les messages qui comptent."),
    ),
    Section(
        "communities",
        Message("Communities", "Communautés"),
        Message("Which communities are my direct target, and which others do I want to reach?", "Quelles communautés sont ma cible directe, et quelles autres ai-je envie de toucher ?"),
        Message("a community", "une communauté"),
    ),
    Section(
        "cadence",
        Message("Cadence", "Rythme"),
        Message("How often do I want to publish, if I want a rhythm at all?", "À quel rythme ai-je envie de publier, si j'en veux un ?"),
        Message("cadence", "rythme"),
        Message("Frequency matters little; having decided it matters. No number is a decision too.", "La fréquence importe peu ; l'avoir décidée importe. N'en fixer aucune est aussi une décision."),
    ),
    Section(
        "key_messages",
        Message("Key messages", "Messages clés"),
        Message("What must be understood, even by those who read only one line?", "Que faut-il avoir compris, même en n'ayant lu qu'une ligne ?"),
        Message("a key message", "un message clé"),
    ),
    Section(
        "embargoes",
        Message("Embargoes", "Embargos"),
        Message("What must not be spoken of yet, and until when?", "De quoi ne faut-il pas encore parler, et jusqu'à quand ?"),
        Message("an embargo", "un embargo"),
    ),
    Section(
        "quiet_periods",
        Message("Quiet periods", "Périodes de silence"),
        Message("When do I keep silent, for instance before results?", "Quand est-ce que je me tais, par exemple avant les résultats ?"),
        Message("a quiet period", "une période de silence"),
    ),
    Section(
        "red_lines",
        Message("Red lines", "Lignes rouges"),
        Message("What will I never say, nor joke about?", "Qu'est-ce que je ne dirai jamais, même pour plaisanter ?"),
        Message("a red line", "une ligne rouge"),
    ),
    Section(
        "prepared_lines",
        Message("Prepared lines", "Paroles prêtes"),
        Message("What would I say on a bad day, if I thought about it in a calm hour?", "Que dirais-je un mauvais jour, si j'y pensais dans une heure calme ?"),
        Message("a prepared line", "une parole prête"),
    ),
    Section(
        "duties",
        Message("Who does what", "Qui fait quoi"),
        Message("Who helps me, and with what?", "Qui m'aide, et à quoi ?"),
        Message("a person", "une personne"),
    ),
    Section(
        "approvals",
        Message("Who approves what", "Qui approuve quoi"),
        Message("Who signs before it goes out? A kind with nobody goes out at once.", "Qui signe avant que cela parte ? Sans personne, cela part aussitôt."),
        Message("an approval", "une approbation"),
    ),
    Section(
        "company",
        Message("The company's plan", "Le plan de l'entreprise"),
        Message("What does the company itself say, promise and keep to itself?", "Que dit, que promet et que tait l'entreprise elle-même ?"),
        Message("the company's plan", "le plan de l'entreprise"),
    ),
)  # fmt: skip
SECTION = {section.key: section for section in SECTIONS}

#: What each key means, by its name; the few that differ in one section come first as `section.key`.
FIELDS = {
    "approvals.kind": Message("kind of post", "sorte de message"),
    "approvals.roles": Message("who signs", "qui signe"),
    "audiences.name": Message("who they are", "qui ils sont"),
    "audiences.topics": Message("on which topics", "sur quels sujets"),
    "cadence.why": Message("why this rhythm", "pourquoi ce rythme"),
    "communities.target": Message("a direct target", "une cible directe"),
    "company.name": Message("the company's name", "le nom de l'entreprise"),
    "company.topics": Message("topics", "sujets"),
    "company.key_messages": Message("key messages", "messages clés"),
    "company.embargoes": Message("embargoes", "embargos"),
    "company.quiet_periods": Message("quiet periods", "périodes de silence"),
    "company.red_lines": Message("red lines", "lignes rouges"),
    "duties.name": Message("the person", "la personne"),
    "embargoes.phrases": Message("words that would give it away", "mots qui le trahiraient"),
    "key_messages.name": Message("its short name", "son nom court"),
    "key_messages.topic": Message("its topic, if any", "son sujet, s'il en a un"),
    "key_messages.phrases": Message("words that carry it", "mots qui le portent"),
    "objectives.name": Message("what should have changed", "ce qui devra avoir changé"),
    "prepared_lines.name": Message("its short name", "son nom court"),
    "red_lines.name": Message("what I never say", "ce que je ne dis jamais"),
    "red_lines.phrases": Message("words that would cross it", "mots qui la franchiraient"),
    "quiet_periods.phrases": Message("only on these words (all, if none)", "seulement sur ces mots (sur tout, sans rien)"),
    "topics.start": Message("I mean to speak of it from", "je compte en parler à partir du"),
    "topics.end": Message("and until", "et jusqu'au"),
    "aim": Message("my aim, in one sentence", "mon but, en une phrase"),
    "by": Message("by when", "pour quand"),
    "cadence": Message("cadence", "rythme"),
    "change": Message("what I want them to think or do", "ce que je voudrais qu'ils pensent ou fassent"),
    "company": Message("the company's plan", "le plan de l'entreprise"),
    "does": Message("what is expected of them", "ce qu'on attend d'elle"),
    "end": Message("until", "jusqu'au"),
    "expertise": Message("how well I know it", "ce que j'en connais"),
    "feeds": Message("addresses of feeds they read", "adresses des flux qu'ils lisent"),
    "from_time": Message("each day from", "chaque jour à partir de"),
    "handles": Message("accounts", "comptes"),
    "hashtags": Message("hashtags", "mots-dièse"),
    "kind": Message("kind", "sorte"),
    "leader": Message("the leader's name", "le nom du dirigeant"),
    "lists": Message("addresses of lists", "adresses de listes"),
    "name": Message("name", "nom"),
    "names": Message("other ways people write it", "autres façons de l'écrire"),
    "own_share": Message("share that I mean to write myself, from 0 to 1", "part que je veux écrire moi-même, de 0 à 1"),
    "phrases": Message("phrases people use", "expressions que l'on emploie"),
    "phrases_en": Message("phrases in English", "expressions en anglais"),
    "phrases_fr": Message("phrases in French", "expressions en français"),
    "posts_per_week": Message("posts a week", "messages par semaine"),
    "products": Message("names of products and brands", "noms des produits et des marques"),
    "repeats": Message("comes back", "revient"),
    "role": Message("role", "rôle"),
    "roles": Message("roles", "rôles"),
    "says": Message("what I say of it", "ce que j'en dis"),
    "says_en": Message("in English", "en anglais"),
    "says_fr": Message("in French", "en français"),
    "stance": Message("where I stand", "ma position"),
    "start": Message("from", "à partir du"),
    "success": Message("how I would notice success", "à quoi je verrai le succès"),
    "target": Message("a direct target", "une cible directe"),
    "to_time": Message("and until", "et jusqu'à"),
    "topic": Message("topic", "sujet"),
    "topics": Message("topics", "sujets"),
    "when": Message("when to use it", "quand s'en servir"),
    "why": Message("why", "pourquoi"),
}  # fmt: skip

#: The accepted values, in words.
VALUES = {
    "for": Message("for", "pour"),
    "against": Message("against", "contre"),
    "nuanced": Message("it depends", "nuancée"),
    "none": Message("no stance yet", "pas encore de position"),
    "expert": Message("I am an expert", "j'en suis expert"),
    "informed": Message("I follow it closely", "je suis le sujet de près"),
    "learning": Message("I am learning", "j'apprends"),
    "once": Message("only once", "une seule fois"),
    "weekly": Message("every week", "chaque semaine"),
    "quarterly": Message("every quarter", "chaque trimestre"),
    "yearly": Message("every year", "chaque année"),
    "leader": Message("the leader", "le dirigeant"),
    "adviser": Message("adviser", "conseiller"),
    "press": Message("press officer", "attaché de presse"),
    "reader": Message("reader", "lecteur"),
    "post": Message("a post", "un message"),
    "reply": Message("a reply", "une réponse"),
    "quote": Message("a quotation", "une citation"),
    "repost": Message("a repost", "une reprise"),
    "article": Message("an article", "un article"),
    "rumour": Message("an answer to a rumour", "la réponse à une rumeur"),
    "sensitive": Message("anything sensitive", "tout ce qui est sensible"),
}


def label(section: str, key: str) -> Message:
    """Give what a key of a section means."""
    return FIELDS.get(f"{section}.{key}") or FIELDS[key]
