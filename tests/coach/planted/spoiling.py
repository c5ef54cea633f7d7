"""Faults of form and of circumstance: each spoils a clean post in one way."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

Case = Mapping[str, Any]
Spoiler = Callable[[str, str, Random], Case]

_EMOJI = ["🎉", "🚀", "💪", "🔥", "🙌", "✨", "🌍", "❤️"]
_TAGS = {
    "fr": ["#Atelier", "#Laiton", "#Apprentis", "#Chauffage", "#Bretagne", "#Usine", "#Métier"],
    "en": ["#Workshop", "#Brass", "#Apprentices", "#Heating", "#Yorkshire", "#Factory", "#Craft"],
}


def _long_word(text: str) -> str:
    """Give the longest word of a post: what it is about, for want of better."""
    return max((word.strip(".,;:!?'\"") for word in text.split()), key=len)


def capitals(text: str, lang: str, random: Random) -> Case:
    first, _, rest = text.partition(". ")
    return {"text": f"{first}. {rest.upper()}" if rest else first.upper()}


def exclamation(text: str, lang: str, random: Random) -> Case:
    return {"text": text.rstrip(".") + random.choice([" !!!", "!!", "!!!!"])}


def length(text: str, lang: str, random: Random) -> Case:
    return {"text": " ".join([text] * 4), "limits": {random.choice(["x", "bluesky"]): 280}}


def hashtags(text: str, lang: str, random: Random) -> Case:
    tags = random.sample(_TAGS[lang], 6)
    spoiled = [f"{text} {' '.join(tags)}", f"{tags[0]} {text}"]
    return {"text": random.choice(spoiled), "networks": ["x"]}


def leading_mention(text: str, lang: str, random: Random) -> Case:
    return {"text": f"@{random.choice(['karim', 'sylvie_m', 'lea'])} {text}", "networks": ["x"]}


def alt_text(text: str, lang: str, random: Random) -> Case:
    return {"text": text, "media": [{}] * random.randint(1, 3)}


def bare_link(text: str, lang: str, random: Random) -> Case:
    lead = random.choice(
        {"fr": ["À lire", "Voir ici :", ""], "en": ["Read this", "See:", ""]}[lang]
    )
    return {
        "text": f"{lead} https://example.org/{random.randint(1, 99)}".strip(),
        "networks": ["x"],
    }


def emoji_excess(text: str, lang: str, random: Random) -> Case:
    return {"text": f"{text} {' '.join(random.sample(_EMOJI, 6))}"}


def screen_reader(text: str, lang: str, random: Random) -> Case:
    first, _, rest = text.partition(" ")
    base = random.choice([0x1D5D4, 0x1D400, 0x1D468])
    styled = "".join(
        chr(base + ord(char.upper()) - ord("A")) if char.isascii() and char.isalpha() else char
        for char in f"{first} atelier"
    )
    return {"text": f"{styled} {rest}"}


def embargo(text: str, lang: str, random: Random) -> Case:
    word = _long_word(text)
    return {"text": text, "strategy": f'[[embargoes]]\nname = "E"\nphrases = ["{word}"]\n'}


def red_line(text: str, lang: str, random: Random) -> Case:
    word = _long_word(text)
    return {"text": text, "strategy": f'[[red_lines]]\nname = "L"\nphrases = ["{word}"]\n'}


def quiet_period(text: str, lang: str, random: Random) -> Case:
    days = random.choice(
        ["start = 2026-05-01\nend = 2026-05-04", "start = 2026-05-04\nend = 2026-06-01"]
    )
    phrases = random.choice(["", f'phrases = ["{_long_word(text)}"]\n'])
    return {"text": text, "strategy": f'[[quiet_periods]]\nname = "Q"\n{days}\n{phrases}'}


def _trend(state: str) -> Spoiler:
    def spoil(text: str, lang: str, random: Random) -> Case:
        tag = random.choice(_TAGS[lang])
        return {"text": f"{text} {tag}", "trends": [{"term": tag, "state": state}]}

    return spoil


def old_meme(text: str, lang: str, random: Random) -> Case:
    meme = random.choice(
        {
            "fr": ["on ne lâche rien", "la base"],
            "en": ["winter is coming", "it is wednesday my dudes"],
        }[lang]
    )
    return {"text": f"{text} {meme.capitalize()}.", "trends": [{"term": meme, "state": "past"}]}


def repeats(text: str, lang: str, random: Random) -> Case:
    first, _, rest = text.partition(". ")
    turned = f"{rest.rstrip('.')}. {first}." if rest else text
    return {"text": turned, "own": [{"text": text, "at": "2026-04-20T09:00:00+02:00"}]}


def newness(text: str, lang: str, random: Random) -> Case:
    others = [f"Numéro {n} parle du temps, du vent, de la route {n}" for n in range(40)]
    return {"text": text, "heard": [*others, text.replace(".", " !")]}


def voice_fidelity(text: str, lang: str, random: Random) -> Case:
    return {"text": text, "voice": random.uniform(0.01, 0.15)}


def personal_share(text: str, lang: str, random: Random) -> Case:
    return {"text": text, "own_share": random.uniform(0.0, 0.3), "strategy": "own_share = 0.34"}


def company_news_balance(text: str, lang: str, random: Random) -> Case:
    news = {"fr": "Nous lançons notre gamme n° {n}.", "en": "We launched our range number {n}."}[
        lang
    ]
    say = {
        "fr": "Nous annonçons l'ouverture de notre site.",
        "en": "We announce the opening of our site.",
    }
    own = [{"text": news.format(n=n), "at": f"2026-04-{n + 12}T09:00:00+02:00"} for n in range(8)]
    return {"text": f"{text} {say[lang]}", "own": own}


def only_broadcasts(text: str, lang: str, random: Random) -> Case:
    own = [{"text": f"{text} {n}", "at": f"2026-04-{n + 18}T09:00:00+02:00"} for n in range(9)]
    return {"text": text.replace("?", "."), "own": own}


def unanswered(text: str, lang: str, random: Random) -> Case:
    return {"text": text, "unanswered": [text.rstrip(".") + " ?"]}


def off_strategy(text: str, lang: str, random: Random) -> Case:
    topics = '[[topics]]\nname = "Océan"\nphrases_fr = ["océan"]\nphrases_en = ["ocean"]\n'
    longer = {
        "fr": "C'était bien, et je le referai volontiers la semaine prochaine.",
        "en": "It was good, and I will gladly do it once more next week.",
    }
    plain = text.replace("Merci à ", "").replace("Thank you to ", "")
    return {"text": f"{plain} {longer[lang]}", "strategy": topics}


def cadence(text: str, lang: str, random: Random) -> Case:
    wanted = random.randint(1, 4)
    own = [{"text": f"Jour {n}.", "at": f"2026-05-0{n}T01:00:00+02:00"} for n in range(1, 5)]
    return {"text": text, "own": own, "strategy": f"[cadence]\nposts_per_week = {wanted}"}


SPOILERS: dict[str, Spoiler] = {
    "capitals": capitals,
    "exclamation": exclamation,
    "length": length,
    "hashtags": hashtags,
    "leading_mention": leading_mention,
    "alt_text": alt_text,
    "bare_link": bare_link,
    "emoji_excess": emoji_excess,
    "screen_reader": screen_reader,
    "embargo": embargo,
    "red_line": red_line,
    "quiet_period": quiet_period,
    "hostile_hashtag": _trend("hostile"),
    "stale_hashtag": _trend("stale"),
    "old_meme": old_meme,
    "repeats": repeats,
    "newness": newness,
    "voice_fidelity": voice_fidelity,
    "personal_share": personal_share,
    "company_news_balance": company_news_balance,
    "only_broadcasts": only_broadcasts,
    "unanswered": unanswered,
    "off_strategy": off_strategy,
    "cadence": cadence,
}
