"""A Mastodon export: an outbox of activities, in HTML."""

import json
from pathlib import Path

from firsthand.networks.archives import open_archive
from firsthand.records.post import Kind, Post

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://m.example/users/helene"


def note(number: int, content: str, **more: object) -> dict[str, object]:
    return {
        "id": f"{ME}/statuses/{number}/activity",
        "type": "Create",
        "actor": ME,
        "published": "2026-03-01T08:00:00Z",
        "to": [PUBLIC],
        "cc": [],
        "object": {
            "id": f"{ME}/statuses/{number}",
            "type": "Note",
            "url": f"https://m.example/@helene/{number}",
            "published": "2026-03-01T08:00:00Z",
            "attributedTo": ME,
            "to": [PUBLIC],
            "content": content,
            "contentMap": {"fr": content},
            "attachment": [],
            **more,
        },
    }


def test_notes_replies_and_boosts(tmp_path: Path) -> None:
    items = [
        note(1, "<p>Premi&egrave;re gel&eacute;e.</p><p>Merci &amp; bravo</p>"),
        note(2, "<p>Oui.</p>", inReplyTo="https://other.example/users/bob/statuses/9"),
        {
            "id": f"{ME}/statuses/3/activity",
            "type": "Announce",
            "actor": ME,
            "published": "2026-03-02T08:00:00Z",
            "to": [PUBLIC],
            "object": "https://other.example/users/bob/statuses/10",
        },
    ]
    outbox = {"type": "OrderedCollection", "totalItems": 3, "orderedItems": items}
    (tmp_path / "outbox.json").write_text(json.dumps(outbox))
    with open_archive([tmp_path / "outbox.json"]) as archive:
        posts = [post for post in archive if isinstance(post, Post)]
    assert [post.kind for post in posts] == [Kind.POST, Kind.REPLY, Kind.REPOST]
    assert posts[0].text == "Première gelée.\n\nMerci & bravo"
    assert posts[0].lang == "fr"
    assert {post.network for post in posts} == {"mastodon"}
