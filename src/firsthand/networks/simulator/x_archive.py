"""X archives of any size from a seed, shaped as X delivers them, for benchmarks and tests."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import orjson

HANDLE = "claire_exemple"
_OPENINGS = (
    "Fière de l'équipe de", "Ce matin, visite de", "On me demande souvent ce que je pense de",
    "Three things we learnt at", "I do not agree with", "Merci à toutes celles et ceux de",
    "Une question simple :", "What would you do about", "Nous recrutons à", "Retour de",
)  # fmt: skip
_SUBJECTS = (
    "l'atelier de Besançon", "notre école interne", "the supply chain", "l'apprentissage",
    "la transition énergétique", "our first patent", "R&amp;D", "la formation des soudeurs",
    "the new factory", "la facture d'électricité", "l'égalité salariale", "customers &lt;3",
)  # fmt: skip
_ENDINGS = (
    "et ce n'est qu'un début.", "and it shows.", "qu'en pensez-vous ?", "on en reparle jeudi.",
    "more on this soon.", "c'est une affaire de patience.", "what do you think?", "👏",
    "voilà qui mérite mieux qu'un slogan.", "no slogan needed.",
)  # fmt: skip
_PEOPLE = ("jean_atelier", "marie_rh", "le_progres", "ministere_eco", "acme", "patronne_du_sud")
_TAGS = ("industrie", "PME", "apprentissage", "France2030", "leadership")
_START = datetime(2009, 3, 1, 7, 0, tzinfo=UTC)


def write_folder(folder: Path, size: int, seed: int = 1, after: int = 0) -> int:
    """Write an unpacked archive whose posts take `size` bytes; give the number of posts.

    The posts follow upon the first `after` ones, which are left out.
    """
    data = folder / "data"
    data.mkdir(parents=True)
    made = _Made(seed, after)
    with (data / "tweets.js").open("wb") as stream:
        for part in made.parts(size):
            stream.write(part)
    (data / "note-tweet.js").write_bytes(made.notes())
    (data / "account.js").write_bytes(_account())
    return made.number - after


def write_zip(path: Path, size: int, seed: int = 1) -> int:
    """Write a zipped archive whose posts take `size` bytes unpacked; give the number of posts."""
    made = _Made(seed)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as package:
        with package.open("data/tweets.js", "w", force_zip64=True) as stream:
            for part in made.parts(size):
                stream.write(part)
        package.writestr("data/note-tweet.js", made.notes())
        package.writestr("data/account.js", _account())
    return made.number


class _Made:
    """The posts made so far."""

    def __init__(self, seed: int, after: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311
        self._notes: list[dict[str, object]] = []
        self.number = self._after = after

    def parts(self, size: int) -> Iterator[bytes]:
        """Give the bytes of the list of posts, as X lays them out, up to a size."""
        written = 0
        yield b"window.YTD.tweets.part0 = [\n"
        while written < size:
            part = _laid_out(self._tweet())
            written += len(part) + 2
            yield part if self.number == self._after + 1 else b",\n" + part
        yield b"\n]"

    def notes(self) -> bytes:
        """Give the list of the long texts of the posts made so far."""
        return b"window.YTD.note_tweet.part0 = " + orjson.dumps(self._notes)

    def _tweet(self) -> dict[str, object]:
        self.number += 1
        draw = self._random.random()
        id_ = str(1_000_000_000_000_000_000 + self.number * 4_194_304)
        at = _START + timedelta(minutes=13 * self.number)
        text = self._sentence()
        entities: dict[str, object] = {
            "hashtags": [],
            "symbols": [],
            "user_mentions": [],
            "urls": [],
        }
        tweet: dict[str, object] = {
            "edit_info": {"initial": {
                "editTweetIds": [id_], "editableUntil": f"{at:%Y-%m-%dT%H:%M:%S.000Z}",
                "editsRemaining": "5", "isEditEligible": draw > 0.5,
            }},
            "retweeted": False,
            "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
            "entities": entities,
            "display_text_range": ["0", str(len(text))],
            "favorite_count": str(int(self._random.expovariate(0.05))),
            "id_str": id_,
            "truncated": False,
            "retweet_count": str(int(self._random.expovariate(0.3))),
            "id": id_,
            "created_at": f"{at:%a %b %d %H:%M:%S +0000 %Y}",
            "favorited": False,
            "full_text": text,
            "lang": self._random.choice(("fr", "fr", "fr", "en", "und")),
        }  # fmt: skip
        self._vary(tweet, entities, draw, at)
        return {"tweet": tweet}

    def _vary(
        self, tweet: dict[str, object], entities: dict[str, object], draw: float, at: datetime
    ) -> None:
        """Make some posts reposts, replies, long texts, or give them links and pictures."""
        text = str(tweet["full_text"])
        other = self._random.choice(_PEOPLE)
        if draw < 0.15:
            tweet["full_text"] = f"RT @{other}: {text}"
        elif draw < 0.45:
            tweet["full_text"] = f"@{other} {text}"
            tweet["in_reply_to_status_id_str"] = str(self._random.getrandbits(60))
            tweet["in_reply_to_screen_name"] = other
            tweet["in_reply_to_user_id"] = tweet["in_reply_to_user_id_str"] = str(
                self._random.getrandbits(30)
            )
        elif draw < 0.48:
            long_text = (
                " ".join(self._sentence() for _ in range(12))
                .replace("&amp;", "&")
                .replace("&lt;", "<")
            )
            tweet["full_text"] = (
                long_text[:270].replace("&", "&amp;").replace("<", "&lt;")
                + "… https://t.co/lOngTexT00"
            )
            self._notes.append({"noteTweet": {
                "noteTweetId": str(self._random.getrandbits(60)),
                "createdAt": f"{at:%Y-%m-%dT%H:%M:%S.000Z}",
                "core": {"text": long_text, "urls": [], "mentions": [], "hashtags": []},
            }})  # fmt: skip
            return
        if draw < 0.45:
            entities["user_mentions"] = [{
                "name": other.title(), "screen_name": other, "indices": ["0", "12"],
                "id_str": "18502", "id": "18502",
            }]  # fmt: skip
        if self._random.random() < 0.25:
            short = f"https://t.co/{self._random.getrandbits(50):010x}"[:23]
            entities["urls"] = [{
                "url": short, "expanded_url": f"https://exemple.fr/a/{self.number}?x=1&y=2",
                "display_url": "exemple.fr/a/…", "indices": ["90", "113"],
            }]  # fmt: skip
            tweet["full_text"] = f"{tweet['full_text']} {short}"

    def _sentence(self) -> str:
        choose = self._random.choice
        return f"{choose(_OPENINGS)} {choose(_SUBJECTS)} {choose(_SUBJECTS)}, {choose(_ENDINGS)} #{choose(_TAGS)} {self._random.getrandbits(40):x}"


def _laid_out(tweet: dict[str, object]) -> bytes:
    """Lay a record out over lines, with spaces around the colons, as X does."""
    return orjson.dumps(tweet, option=orjson.OPT_INDENT_2).replace(b'": ', b'" : ')


def _account() -> bytes:
    owner = {"username": HANDLE, "accountId": "1", "accountDisplayName": "Claire Exemple"}
    return b"window.YTD.account.part0 = " + orjson.dumps([{"account": owner}])
