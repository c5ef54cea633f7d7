"""Three made-up weeks around a leader: conversations, questions and voices, and what looks like them."""

from datetime import timedelta
from random import Random
from typing import Any

from tests.listen.pipeline.sagas import told
from tests.listen.pipeline.streams import START

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.match.matcher import Matcher
from firsthand.listen.match.plain import account
from firsthand.listen.pipeline import Pipeline
from firsthand.records.strategy import Community, Company, Expertise, Strategy, Topic

LEADER = "Claire Zelmont"
STRATEGY = Strategy(
    leader=LEADER,
    handles=("claire_zelmont",),
    topics=(
        Topic(name="Vélos", expertise=Expertise.EXPERT, phrases_fr=("vélo",), phrases_en=("bike",)),
        Topic(name="Batteries", phrases_fr=("batterie",), phrases_en=("battery",)),
        Topic(name="Impôts", expertise=Expertise.LEARNING, phrases_fr=("impôt",), phrases_en=("tax",)),
    ),
    communities=(
        Community(name="Cyclistes", hashtags=("cyclistes",)),
        Community(name="Riders", hashtags=("bikelife",)),
    ),
    company=Company(name="Velzanor"),
)  # fmt: skip
DAYS, EACH = 21, 8
TAGS = {"fr": "#cyclistes", "en": "#bikelife"}
ROOTS = {
    "fr": [
        "Après dix mille kilomètres, mon vélo de ville tient mieux que ma voiture",
        "La batterie perd un tiers en hiver, c'est ce que je mesure depuis trois ans",
        "Réparer un vélo soi-même reste interdit de fait : les pièces sont introuvables",
        "On parle des pistes, jamais du vélo cargo pour les artisans",
    ],
    "en": [
        "Ten thousand kilometres on and my bike has outlived my car",
        "The battery loses a third in winter, I have measured it for three years",
        "Repairing a bike yourself is all but impossible: no spare parts anywhere",
        "Everybody talks about lanes and nobody about the cargo bike for trades",
    ],
}
ANSWERS = {
    "fr": ["Pareil ici, surtout sous la pluie", "Je ne suis pas d'accord, regardez les chiffres du Danemark", "Intéressant, quelle marque de pneus ?", "Chez nous l'atelier du quartier a tout changé", "Le prix reste le vrai sujet"],
    "en": ["Same here, above all in the rain", "Not so sure, look at the figures from Denmark", "Interesting, which tyres?", "A workshop round the corner changed everything for us", "Price is still the real issue"],
}  # fmt: skip
INSULTS = {
    "fr": ["Espèce d'abruti, tu racontes n'importe quoi", "Connard, dégage de la route"],
    "en": ["You idiot, you know nothing", "Shut up, moron"],
}
HOUSE = {
    "fr": ["Le vélo de Velzanor m'a laissé au bord de la route"],
    "en": ["My Velzanor bike left me by the roadside"],
}
FOREIGN = {
    "fr": ["Hier soir l'orage a tout noyé"],
    "en": ["Last night the storm flooded everything"],
}
TAXES = {"fr": ["L'impôt sur les trajets va changer"], "en": ["The tax on commuting will change"]}
OPEN = {
    "fr": ["Quel vélo pour un trajet de vingt kilomètres avec deux enfants ?", "Comment entreposer une batterie de vélo en hiver ?"],
    "en": ["Which bike for a twenty kilometre ride with two children?", "How do you store a bike battery over winter?"],
}  # fmt: skip
IDLE = {
    "fr": ["Le vélo, c'est la liberté, non ?", "Mon secret à vélo ? Dormir.", "@paul tu prends ton vélo demain ?", "Vélo ou train ? Notre enquête https://example.com/a"],
    "en": ["A bike is freedom, isn't it?", "My secret on the bike? Sleep.", "@paul are you taking the bike tomorrow?", "Bike or train? Our survey https://example.com/a"],
}  # fmt: skip
CHAT = {
    "fr": ["Belle côte ce matin", "Il pleut encore sur les quais", "Deux crevaisons cette semaine", "Le soleil revient", "Pause café au col"],
    "en": ["Lovely climb this morning", "Raining on the quays again", "Two punctures this week", "The sun is back", "Coffee at the pass"],
}  # fmt: skip
Lines = list[dict[str, Any]]


class Weeks:
    """Writes the stream; ids begin with the kind of what is planted."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.lines: Lines = []
        self.people = self.threads = 0

    def say(
        self, name: str, text: str, lang: str, hours: float, author: str = "", **more: str
    ) -> None:
        """Write a post of a community at some hours from the beginning."""
        self.people += 1
        at = START + timedelta(hours=hours)
        self.lines.append({
            "id": name, "at": at.isoformat(), "author": author or f"person{self.people}", "network": "x",
            "lang": lang, "text": f"{text} {TAGS[lang]}", **more,
        })  # fmt: skip

    def thread(
        self, kind: str, number: int, root: dict[str, list[str]], answers: dict[str, list[str]],
        count: int = 3, apart: float = 0.4,
    ) -> float:  # fmt: skip
        """Write a thread; give the hour of its first answer."""
        lang = self.random.choice(("fr", "en"))
        # Apart from one another, so that two threads never begin with the same words.
        begun = 24 + 5.6 * self.threads + self.random.random()
        name = f"{kind}-{number}"
        self.say(name, root[lang][self.threads % len(root[lang])], lang, begun)
        self.threads += 1
        for at in range(count):
            text = self.random.choice(answers[lang])
            hour = begun + apart * (at + 1)
            self.say(f"{name}-{at}", text, lang, hour, reply_to=name, reply_to_author="root")
        return begun + apart


def stream(seed: int = 1) -> Lines:
    """Give all posts in the order of time."""
    weeks = Weeks(seed)
    conversations(weeks)
    voices(weeks)
    for number in range(60 * DAYS):
        lang = weeks.random.choice(("fr", "en"))
        weeks.say(f"chat-{number}", f"{weeks.random.choice(CHAT[lang])} {number}", lang, weeks.random.uniform(0, 24 * DAYS))  # fmt: skip
    return told(weeks.lines)


def conversations(weeks: Weeks) -> None:
    for n in range(EACH):
        weeks.thread("talk", n, ROOTS, ANSWERS)
        weeks.thread("quarrel", n, ROOTS, INSULTS)
        weeks.thread("house", n, HOUSE, ANSWERS)
        weeks.thread("foreign", n, FOREIGN, ANSWERS)
        weeks.thread("taxes", n, TAXES, ANSWERS)
        weeks.thread("slow", n, ROOTS, ANSWERS, apart=7)
        weeks.thread("pair", n, ROOTS, ANSWERS, count=1)
        weeks.thread("open", n, OPEN, ANSWERS, count=0)
        weeks.thread("idle", n, IDLE, ANSWERS, count=0)
        first = weeks.thread("joined", n, ROOTS, ANSWERS)
        weeks.say(
            f"own-{n}", "J'en suis", "fr", first - 0.1, "claire_zelmont", reply_to=f"joined-{n}"
        )


def voices(weeks: Weeks) -> None:
    for n in range(EACH):
        for at in range(5):
            hour, lang = weeks.random.uniform(0, 24 * (DAYS - 2)), ("fr", "en")[n % 2]
            text = f"{CHAT[lang][at]}, jour {n}" if lang == "fr" else f"{CHAT[lang][at]}, day {n}"
            weeks.say(f"voice-{n}-{at}", text, lang, hour, f"voice{n}")
            weeks.say(f"robot-{n}-{at}", f"Promo https://example.com/{at}", lang, hour, f"robot{n}")
            weeks.say(f"tied-{n}-{at}", text + ".", lang, hour, f"tied{n}")
            weeks.say(f"rude-{n}-{at}", f"{INSULTS[lang][at % 2]} {at}", lang, hour, f"rude{n}")
            weeks.say(f"echo-{n}-{at}", text, lang, hour, f"echo{n}", repost_of=f"voice-{n}-{at}", repost_of_author=f"voice{n}")  # fmt: skip
        weeks.say(f"hello-{n}", f"Merci @tied{n}", "fr", 1, "claire_zelmont")


def listening() -> Pipeline:
    """Give the pipeline of the leader of these weeks."""
    own = {LEADER: frozenset(map(account, STRATEGY.handles))}
    return Pipeline(Matcher.of(compile_strategy(STRATEGY)), own)
