"""A JSON feed saved as a file."""

import json
from datetime import UTC, datetime
from pathlib import Path

from firsthand.networks.archives import Owner, Skipped, open_archive
from firsthand.records.post import Kind, Media, Post

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Carnet d'atelier",
    "home_page_url": "https://carnet.example/",
    "items": [
        {
            "id": "https://carnet.example/cap/",
            "url": "https://carnet.example/cap/",
            "title": "Tenir le cap",
            "content_html": '<p>Un <a href="https://presse.example/a">lien</a>.</p>'
            '<img src="https://carnet.example/pont.jpg" alt="Le pont">',
            "date_published": "2024-05-01T12:00:00+02:00",
            "authors": [{"name": "Hélène Roy"}],
            "attachments": [{"url": "https://carnet.example/voix.mp3", "mime_type": "audio/mpeg"}],
        },
        {"id": 2, "content_text": "Sans titre.\n", "image": "https://carnet.example/a.png"},
        {"id": "3"},
        7,
    ],
}


def test_the_items_of_a_json_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(FEED, indent=1))
    with open_archive([path]) as archive:
        assert archive.owner == Owner("carnet.example", "Carnet d'atelier")
        assert (archive.format, archive.network) == ("json-feed", "blog")
        found = list(archive)
    first, second = (each for each in found if isinstance(each, Post))
    assert first == Post(
        id="https://carnet.example/cap/",
        text="Un lien.",
        at=datetime(2024, 5, 1, 10, tzinfo=UTC),
        author="Hélène Roy",
        network="blog",
        title="Tenir le cap",
        url="https://carnet.example/cap/",
        links=("https://presse.example/a",),
        media=(
            Media("https://carnet.example/pont.jpg", alt="Le pont"),
            Media("https://carnet.example/voix.mp3", "audio"),
        ),
    )
    assert second.media == (Media("https://carnet.example/a.png"),)
    assert (second.id, second.text, second.kind) == ("2", "Sans titre.", Kind.POST)
    assert [
        (each.place, each.reason.text("en")) for each in found if isinstance(each, Skipped)
    ] == [
        ("feed.json #3", "no text, link or picture in it"),
        ("feed.json #4", "not shaped as a post"),
    ]
