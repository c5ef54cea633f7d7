"""Feeds saved as files: the versions there are, and what blogs' programs do to them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from firsthand.networks.archives import Owner, Skipped, open_archive
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Kind, Media, Post

RSS2 = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Carnet d'atelier</title>
<atom:link href="https://carnet.example/feed/" rel="self" type="application/rss+xml" />
<link>https://carnet.example</link>
<description>Choses vues</description>
<item>
<title>Tenir le cap &amp;amp; écouter</title>
<link>https://carnet.example/cap/</link>
<dc:creator><![CDATA[Hélène Roy]]></dc:creator>
<pubDate>Wed, 01 May 2024 12:00:00 +0200</pubDate>
<category><![CDATA[Vie]]></category>
<guid isPermaLink="false">https://carnet.example/?p=11</guid>
<description><![CDATA[<p>Court.</p>]]></description>
<content:encoded><![CDATA[<p>Un <a href="https://presse.example/a">lien</a>.</p>
<p>Deux.</p><img src="https://carnet.example/pont.jpg" alt="Le pont" />]]></content:encoded>
<enclosure url="https://carnet.example/voix.mp3" length="1234" type="audio/mpeg" />
<media:content url="https://carnet.example/pont.jpg" medium="image" />
</item>
</channel>
</rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title>Carnet d'atelier</title><link href="https://carnet.example/"/><id>urn:a</id>
<author><name>Hélène Roy</name></author><updated>2024-05-02T00:00:00Z</updated>
<entry><title type="html">Tenir &amp;lt;le&amp;gt; cap</title>
<link rel="alternate" href="https://carnet.example/cap/"/><id>tag:carnet.example,2024:1</id>
<published>2024-05-01T12:00:00+02:00</published><updated>2024-05-02T12:00:00+02:00</updated>
<summary>Court.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un.</p><p>Deux.</p></div></content>
</entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://carnet.example/"><title>Carnet d'atelier</title>
<link>https://carnet.example/</link>
<items><rdf:Seq><rdf:li rdf:resource="https://carnet.example/cap/"/></rdf:Seq></items></channel>
<item rdf:about="https://carnet.example/cap/"><title>Tenir le cap</title>
<link>https://carnet.example/cap/</link><description>Un.</description>
<dc:creator>Hélène Roy</dc:creator><dc:date>2024-05-01T12:00:00+02:00</dc:date></item>
</rdf:RDF>"""
RSS091 = """<?xml version="1.0" encoding="ISO-8859-1" ?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Carnet d'atelier</title><link>https://carnet.example/</link>
<item><title>Déjà</title><link>https://carnet.example/deja/</link></item></channel></rss>"""
FEEDS = {"rss2": RSS2, "atom": ATOM, "rdf": RDF}
MAY = datetime(2024, 5, 1, 10, tzinfo=UTC)


def read(path: Path) -> tuple[list[Post], list[tuple[str, str]]]:
    with open_archive([path]) as archive:
        found = list(archive)
    return (
        [each for each in found if isinstance(each, Post)],
        [(each.place, each.reason.text("en")) for each in found if isinstance(each, Skipped)],
    )


def brought(tmp_path: Path, text: str | bytes) -> tuple[list[Post], list[tuple[str, str]]]:
    path = tmp_path / "feed.xml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path)


def test_an_item_with_all_it_can_have(tmp_path: Path) -> None:
    (post,), skipped = brought(tmp_path, RSS2)
    assert not skipped
    assert post == Post(
        id="https://carnet.example/?p=11",
        text="Un lien.\n\nDeux.",
        at=MAY,
        author="Hélène Roy",
        network="blog",
        title="Tenir le cap & écouter",
        url="https://carnet.example/cap/",
        links=("https://presse.example/a",),
        media=(
            Media("https://carnet.example/voix.mp3", "audio"),
            Media("https://carnet.example/pont.jpg", alt="Le pont"),
        ),
    )
    assert post.kind is Kind.ARTICLE


def test_an_atom_entry(tmp_path: Path) -> None:
    (post,), skipped = brought(tmp_path, ATOM)
    assert not skipped
    assert post == Post(
        id="tag:carnet.example,2024:1",
        text="Un.\n\nDeux.",
        at=MAY,
        author="Hélène Roy",
        network="blog",
        title="Tenir <le> cap",
        url="https://carnet.example/cap/",
    )


def test_the_older_versions(tmp_path: Path) -> None:
    (post,), skipped = brought(tmp_path, RDF)
    assert (post.id, post.text, post.at) == ("https://carnet.example/cap/", "Un.", MAY)
    assert (post.author, post.title) == ("Hélène Roy", "Tenir le cap")
    assert not skipped
    (post,), skipped = brought(tmp_path, RSS091.encode("latin-1"))
    assert (post.title, post.text, post.at) == ("Déjà", "", None)
    assert not skipped


@pytest.mark.parametrize("kind", FEEDS)
def test_a_feed_belongs_to_what_its_title_names(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    path.write_text(FEEDS[kind])
    with open_archive([path]) as archive:
        assert archive.owner == Owner("carnet.example", "Carnet d'atelier")
        assert (archive.format, archive.network) == ("feed", "blog")
        list(archive)
        assert archive.progress == 1.0


def rss(*items: str) -> str:
    return f'<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>'


@pytest.mark.parametrize(
    ("item", "title", "text"),
    [
        ("<title>R&D&nbsp;: l'&eacute;t&eacute;</title>", "R&D\xa0: l'été", ""),
        ("<description>Un<br>deux <b>trois</description>", None, "Un\ndeux trois"),
        ("<title>1 &LT; 2 &AMP; 3</title>", "1 < 2 & 3", ""),
        ("<description>Un \x0bmot</description>", None, "Un mot"),
        ("<description>1 &lt; 2 &amp;amp; 3</description>", None, "1 < 2 & 3"),
        ("<title><![CDATA[Un]]></title><own:x>y</own:x>", "Un", ""),
        ("<content:encoded>&lt;p&gt;Un.&lt;/p&gt;</content:encoded>", None, "Un."),
    ],
)
def test_what_hasty_programs_write_is_read_all_the_same(
    tmp_path: Path, item: str, title: str | None, text: str
) -> None:
    posts, skipped = brought(tmp_path, rss(f"<item><guid>1</guid>{item}</item>"))
    assert [(post.title, post.text) for post in posts] == [(title, text)]
    assert not skipped


def test_addresses_of_pictures_are_whole(tmp_path: Path) -> None:
    said = "&lt;img src='/a.png' alt='Le pont'&gt;"
    (post,), _ = brought(
        tmp_path,
        rss(f"<item><link>https://a.example/1/</link><description>{said}</description></item>"),
    )
    assert post.media == (Media("https://a.example/a.png", alt="Le pont"),)


def test_a_servers_own_warnings_before_a_feed(tmp_path: Path) -> None:
    warned = '<b>Warning</b>: in wp-config.php\n<?xml version="1.0"?>'
    posts, skipped = brought(tmp_path, warned + rss("<item><title>Un</title></item>"))
    assert len(posts) == 1
    assert not skipped


def test_without_a_title_it_is_a_post_and_without_anything_nothing(tmp_path: Path) -> None:
    posts, skipped = brought(
        tmp_path,
        rss(
            "<item><link>https://a.example/1</link><description>Un.</description></item>",
            "<item><guid>2</guid></item>",
        ),
    )
    assert [(post.kind, post.id) for post in posts] == [(Kind.POST, "https://a.example/1")]
    assert skipped == [("feed.xml #2", "no text, link or picture in it")]


def test_an_identifier_that_is_no_address_is_no_link(tmp_path: Path) -> None:
    (post,), _ = brought(tmp_path, rss("<item><guid>abc</guid><title>Un</title></item>"))
    assert (post.id, post.url) == ("abc", None)


def test_one_damaged_item_costs_nothing_but_itself(tmp_path: Path) -> None:
    good = "<item><guid>{}</guid><title>Bonjour</title></item>"
    broken = "<item><guid>2</guid><title>Un</titel></wrong></item>"
    posts, skipped = brought(tmp_path, rss(good.format(1), broken, good.format(3)))
    assert [post.id for post in posts] == ["1", "3"]
    assert skipped == [("feed.xml #2", "damaged XML")]


@pytest.mark.parametrize("kind", ["rss2", "atom"])
def test_a_damaged_frame_costs_what_it_says_and_no_entry(tmp_path: Path, kind: str) -> None:
    damaged = FEEDS[kind].replace("<title>Carnet d'atelier</title>", "<title>Carnet</titel>")
    posts, skipped = brought(tmp_path, damaged)
    assert [post.url for post in posts] == ["https://carnet.example/cap/"]
    assert not skipped


@pytest.mark.parametrize("kind", FEEDS)
def test_a_feed_cut_anywhere_is_told(tmp_path: Path, kind: str) -> None:
    whole = FEEDS[kind].rstrip()
    for end in range(600, len(whole) - 8, 37):
        try:
            _, skipped = brought(tmp_path, whole[:end])
            told = [reason for _, reason in skipped]
        except UnreadableArchive as error:
            told = [error.text("en")]
        assert any("breaks off" in each or "in the middle" in each for each in told)


def test_a_feed_cut_after_its_last_item_keeps_it_and_is_told(tmp_path: Path) -> None:
    posts, skipped = brought(tmp_path, RSS2[: RSS2.index("</channel>")])
    assert len(posts) == 1
    assert skipped == [
        ("feed.xml", "“feed.xml” breaks off or is damaged: download the export again.")
    ]


def test_of_two_versions_the_one_in_html_is_read(tmp_path: Path) -> None:
    plain = '<content type="text">Un *lien*</content>'
    html = (
        '<content type="html">Un &lt;a href="https://presse.example/a"&gt;lien&lt;/a&gt;</content>'
    )
    for versions in (plain + html, html + plain):
        (post,), _ = brought(
            tmp_path,
            f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>{versions}</entry></feed>',
        )
        assert (post.text, post.links) == ("Un lien", ("https://presse.example/a",))


def test_bloggers_own_export_holds_more_than_posts(tmp_path: Path) -> None:
    kind = "http://schemas.google.com/blogger/2008/kind#"
    entry = (
        '<entry><id>{0}</id><category scheme="http://schemas.google.com/g/2005#kind" '
        'term="{1}{2}"/><title type="text">Un {0}</title>{3}</entry>'
    )
    draft = '<app:control xmlns:app="http://purl.org/atom/app#"><app:draft>yes</app:draft></app:control>'
    sorts = [("post", ""), ("settings", ""), ("page", ""), ("comment", ""), ("post", draft)]
    entries = "".join(
        entry.format(number, kind, sort, more) for number, (sort, more) in enumerate(sorts)
    )
    posts, skipped = brought(
        tmp_path, f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{entries}</feed>'
    )
    assert [post.id for post in posts] == ["0"]
    assert [reason for _, reason in skipped] == [
        "not a post but a “settings”",
        "not a post but a “page”",
        "not a post but a “comment”",
        "not published: its state is “draft”",
    ]


BOMB = '<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("entities", [BOMB, OUTSIDE])
@pytest.mark.parametrize("kind", FEEDS)
def test_entities_of_its_own_are_refused_in_one_sentence(
    tmp_path: Path, entities: str, kind: str
) -> None:
    text = FEEDS[kind].replace("?>", f"?>{entities}", 1).replace("Tenir", "&b;")
    with pytest.raises(UnreadableArchive, match="defines XML entities of its own"):
        brought(tmp_path, text)


def test_a_bomb_of_no_known_kind_is_refused_in_the_same_sentence(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "haha">]><z>&a;</z>'
    with pytest.raises(UnreadableArchive, match="defines XML entities of its own"):
        brought(tmp_path, bomb)


@pytest.mark.parametrize(
    "other",
    [
        '<?xml version="1.0"?><opml version="2.0"><body/></opml>',
        '<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>',
        "<!DOCTYPE html><html><body><rss></rss></body></html>",
        "Un texte qui parle de <rss> et de <feed>.",
    ],
)
def test_other_kinds_of_file_are_no_feeds(tmp_path: Path, other: str) -> None:
    with pytest.raises(UnreadableArchive, match="not an export that Firsthand knows"):
        brought(tmp_path, other)


def test_a_very_long_item_is_passed_over(tmp_path: Path) -> None:
    long = f"<item><title>{'a' * (9 << 20)}</title></item>"
    good = "<item><guid>{}</guid><title>Bonjour</title></item>"
    posts, skipped = brought(tmp_path, rss(good.format(1), long, good.format(3)))
    assert [post.id for post in posts] == ["1", "3"]
    assert skipped == [("feed.xml #2", "longer than 8 MB, which no post is")]
