"""One archive of each kind that a blog or LinkedIn gives, brought by the browser and found again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from firsthand.library import work
from firsthand.people.models import Leader

LINK = "https://www.linkedin.com/feed/update/urn%3Ali%3A"
SHARES = (
    "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    f'2024-05-01 10:00:00,{LINK}share%3A1,"Nous recrutons.""\n""À Lyon.","","",MEMBER_NETWORK\n'
    f"2024-05-02 10:00:00,{LINK}share%3A2,,,,MEMBER_NETWORK\n"
)
COMMENTS = f"Date,Link,Message\n2024-05-03 10:00:00,{LINK}activity%3A7,Bravo\n"
REPOSTS = f"Date,Link\n2024-05-04 10:00:00,{LINK}activity%3A8\n"
WORDPRESS = """<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Carnet</title>
<item><title>Tenir le cap</title><link>https://carnet.example/cap/</link>
<guid>https://carnet.example/?p=1</guid><content:encoded><![CDATA[Un.\n\nDeux.]]></content:encoded>
<wp:post_date_gmt>2024-05-01 10:00:00</wp:post_date_gmt><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type></item>
<item><title>Plus tard</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Carnet</title>
<item><title>Tenir le cap</title><link>https://carnet.example/cap/</link><guid>a</guid>
<description>Un.</description></item></channel></rss>"""


def bring(leader: Leader, browser: Client, **files: str) -> str:
    """Bring files as a person does, let them be read, and give the page that reports it."""
    uploads = [
        SimpleUploadedFile(name.replace("__", "."), text.encode()) for name, text in files.items()
    ]
    address = reverse("import", args=[leader.slug])
    state = browser.post(address, {"files": uploads}).headers["Location"]
    assert work.step()
    return browser.get(state).content.decode()


def test_linkedin(leader: Leader, member_client: Client) -> None:
    tables = {"Shares__csv": SHARES, "Comments__csv": COMMENTS, "InstantReposts__csv": REPOSTS}
    html = bring(leader, member_client, **tables)
    assert "4 new posts in the library" in html
    assert "LinkedIn" in html
    listed = member_client.get(reverse("library", args=[leader.slug])).content.decode()
    assert "A post passed on without a word" in listed
    assert "No words, only what was attached" in listed
    post = member_client.get(reverse("post", args=[leader.slug, "linkedin:urn:li:share:1"]))
    html = post.content.decode()
    assert "Nous recrutons.<br>À Lyon." in html
    assert "all members of the network" in html
    assert "Nothing new in this a" in bring(leader, member_client, **tables)


@pytest.mark.parametrize(
    ("name", "text", "key", "format_"),
    [
        ("carnet__xml", WORDPRESS, "blog:https://carnet.example/?p=1", "WordPress"),
        ("feed__xml", FEED, "blog:a", "RSS or Atom feed"),
    ],
)
def test_blogs(
    leader: Leader, member_client: Client, name: str, text: str, key: str, format_: str
) -> None:
    html = bring(leader, member_client, **{name: text})
    assert "1 new post" in html or "One new post" in html
    assert format_ in html
    post = member_client.get(reverse("post", args=[leader.slug, key])).content.decode()
    assert "<h1>" in post
    assert "Tenir le cap" in post
    assert 'href="https://carnet.example/cap/"' in post
    listed = member_client.get(reverse("library", args=[leader.slug])).content.decode()
    assert "Tenir le cap" in listed
    found = member_client.get(reverse("library", args=[leader.slug]), {"q": "cap"})
    assert "Tenir le" in found.content.decode()


def test_a_bomb_is_one_sentence(leader: Leader, member_client: Client) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    html = bring(leader, member_client, a__xml=bomb)
    assert "defines XML entities of its own" in html
    assert not leader.posts.exists()
