"""X archives, written as X delivers them, and read."""

import json
from pathlib import Path

from firsthand.networks.archives import Skipped, open_archive
from firsthand.records.post import Post

AT = "Wed Nov 12 14:33:00 +0000 2025"
OWNER = {"account": {"username": "claire_ex", "accountId": "36", "accountDisplayName": "Claire Ex"}}
ACCOUNT = f"window.YTD.account.part0 = {json.dumps([OWNER])}"
PICTURE = {
    "url": "https://t.co/PicTure001",
    "expanded_url": "https://twitter.com/claire_ex/status/100/photo/1",
    "media_url_https": "https://pbs.twimg.com/media/FHM.jpg",
    "type": "photo",
}
NAMED = {
    "screen_name": "jean_at",
    "name": "Jean",
    "indices": ["0", "8"],
    "id_str": "18",
    "id": "18",
}


def tweet(text: str = "Bonjour.", **more: object) -> dict[str, object]:
    """Write a post as today's archives do: counts and identifiers are text."""
    return {
        "edit_info": {"initial": {"editTweetIds": [more.get("id_str", "100")], "editsRemaining": "5"}},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "display_text_range": ["0", "8"],
        "favorite_count": "4", "id_str": "100", "id": "100", "truncated": False,
        "retweet_count": "1", "created_at": AT, "favorited": False,
        "full_text": text, "lang": "fr",
    } | more  # fmt: skip


def urls(*pairs: tuple[str, str]) -> dict[str, object]:
    return {"urls": [{"url": short, "expanded_url": full} for short, full in pairs]}


def write(path: Path, assigned: str, elements: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(assigned + json.dumps(elements, indent=2, ensure_ascii=False), "utf-8")


def read(path: Path) -> list[Post | Skipped]:
    with open_archive([path]) as archive:
        assert archive.format == "x"
        return list(archive)


def one(folder: Path, *posts: dict[str, object]) -> Post:
    """Give the one post of an archive that holds it, wrapped as it is today."""
    write(folder / "data/tweets.js", "window.YTD.tweets.part0 = ", [{"tweet": p} for p in posts])
    (folder / "data/account.js").write_text(ACCOUNT)
    (found,) = read(folder)
    assert isinstance(found, Post)
    return found


def texts(found: list[Post | Skipped]) -> list[str]:
    return [post.text for post in found if isinstance(post, Post)]


def note(text: str, at: str = "2025-11-12T14:33:00.000Z", **core: object) -> dict[str, object]:
    return {"noteTweet": {"noteTweetId": "9", "createdAt": at, "core": {"text": text, **core}}}


LONG = (
    "Trois ans que nous formons des soudeuses 👩‍🏭 dans notre école interne. " + "Et après ? " * 40
)
