"""A WordPress export: what was published, as it was shown, and what hasty hands did to it."""

from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from firsthand.networks.archives import Owner, Skipped, open_archive
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Kind, Media, Post

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file: posts, pages, <item> and so on. -->
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/{version}/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/{version}/"
>
<channel>
\t<title>Carnet d'atelier &amp; d'ailleurs</title>
\t<link>https://carnet.example</link>
\t<language>fr-FR</language>
\t<wp:wxr_version>{version}</wp:wxr_version>
\t<wp:base_site_url>https://carnet.example</wp:base_site_url>
\t<wp:base_blog_url>https://carnet.example</wp:base_blog_url>
{authors}
\t<wp:category><wp:term_id>1</wp:term_id><wp:cat_name><![CDATA[Vie]]></wp:cat_name></wp:category>
\t<generator>https://wordpress.org/?v=6.5.2</generator>
"""
AUTHOR = (
    "<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[helene]]></wp:author_login>"
    "<wp:author_email><![CDATA[helene@carnet.example]]></wp:author_email>"
    "<wp:author_display_name><![CDATA[Hélène Roy]]></wp:author_display_name></wp:author>"
)
FOOT = "</channel>\n</rss>\n"


def cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


def item(number: int = 11, more: str = "", **changed: str) -> str:
    values = {
        "title": cdata("Tenir le cap"),
        "link": f"https://carnet.example/{number}/",
        "pubDate": "Wed, 01 May 2024 10:00:00 +0000",
        "dc:creator": cdata("helene"),
        "guid": f"https://carnet.example/?p={number}",
        "description": "",
        "content:encoded": cdata("Bonjour."),
        "excerpt:encoded": cdata("Court."),
        "wp:post_id": str(number),
        "wp:post_date": cdata("2024-05-01 12:00:00"),
        "wp:post_date_gmt": cdata("2024-05-01 10:00:00"),
        "wp:post_name": "cap",
        "wp:status": cdata("publish"),
        "wp:post_type": cdata("post"),
        "wp:post_password": cdata(""),
    } | {key.replace("__", ":"): value for key, value in changed.items()}
    parts = "".join(f"<{key}>{value}</{key}>\n" for key, value in values.items() if value != "-")
    return f"<item>\n{parts}{more}</item>\n"


def export(*items: str, version: str = "1.2", authors: str = AUTHOR, foot: str = FOOT) -> str:
    return HEAD.format(version=version, authors=authors) + "".join(items) + foot


def read(path: Path) -> tuple[list[Post], list[tuple[str, str]]]:
    with open_archive([path]) as archive:
        found = list(archive)
    return (
        [each for each in found if isinstance(each, Post)],
        [(each.place, each.reason.text("en")) for each in found if isinstance(each, Skipped)],
    )


def brought(tmp_path: Path, text: str | bytes) -> tuple[list[Post], list[tuple[str, str]]]:
    path = tmp_path / "carnet.xml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path)


def only(tmp_path: Path, **changed: str) -> Post:
    (post,), _ = brought(tmp_path, export(item(**changed)))
    return post


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_a_post_with_all_it_can_have(tmp_path: Path, version: str) -> None:
    content = (
        '<p>Un <a href="https://presse.example/a">lien</a> &amp; la&nbsp;suite.</p>'
        '<img src="https://carnet.example/pont.jpg" alt="Le pont">'
    )
    (post,), skipped = brought(
        tmp_path, export(item(content__encoded=cdata(content)), version=version)
    )
    assert not skipped
    assert post == Post(
        id="https://carnet.example/?p=11",
        text="Un lien & la\xa0suite.",
        at=datetime(2024, 5, 1, 10, tzinfo=UTC),
        author="Hélène Roy",
        network="blog",
        title="Tenir le cap",
        url="https://carnet.example/11/",
        visibility="public",
        links=("https://presse.example/a",),
        media=(Media("https://carnet.example/pont.jpg", alt="Le pont"),),
    )
    assert post.kind is Kind.ARTICLE


def test_the_blog_belongs_to_its_only_author_or_bears_its_title(tmp_path: Path) -> None:
    other = AUTHOR.replace("helene", "paul")
    for authors, name in (
        (AUTHOR, "Hélène Roy"),
        (AUTHOR + other, "Carnet d'atelier & d'ailleurs"),
        ("", "Carnet d'atelier & d'ailleurs"),
    ):
        (tmp_path / "a.xml").write_text(export(item(), authors=authors))
        with open_archive([tmp_path / "a.xml"]) as archive:
            assert archive.owner == Owner("carnet.example", name)
            assert (archive.format, archive.network) == ("wordpress", "blog")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Un,\ndeux.\n\nTrois.", "Un,\ndeux.\n\nTrois."),
        ("Un.\r\n\r\nDeux.", "Un.\n\nDeux."),
        (
            "<!-- wp:paragraph -->\n<p>Un\nmot.</p>\n<!-- /wp:paragraph -->\n\n<p>Deux.</p>",
            "Un mot.\n\nDeux.",
        ),
        ("<ul>\n\t<li>Un</li>\n\t<li>Deux</li>\n</ul>\nFin", "- Un\n- Deux\n\nFin"),
        ('[caption id="attachment_1" width="3"]<img src="/a.png" /> Le pont[/caption]', "Le pont"),
        ('Avant [gallery ids="1,2"] après', "Avant après"),
        ("Voir [1] et [sic].", "Voir [1] et [sic]."),
        ("<pre>a\nb</pre>", "a\nb"),
        ("Avant<!--more-->après", "Avantaprès"),
    ],
)
def test_the_words_are_those_that_wordpress_shows(tmp_path: Path, content: str, text: str) -> None:
    assert only(tmp_path, content__encoded=cdata(content)).text == text


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ({}, datetime(2024, 5, 1, 10, tzinfo=UTC)),
        (
            {"wp:post_date_gmt": "0000-00-00 00:00:00"},
            datetime(2024, 5, 1, 10, tzinfo=UTC),
        ),
        (
            {"wp:post_date_gmt": "-", "pubDate": "Wed, 01 May 2024 12:00:00 +0200"},
            datetime(2024, 5, 1, 10, tzinfo=UTC),
        ),
        (
            {
                "wp:post_date_gmt": "0000-00-00 00:00:00",
                "pubDate": "Tue, 30 Nov 1999 00:00:00 +0000",
            },
            datetime(2024, 5, 1, 12, tzinfo=UTC),
        ),
        (
            {
                "wp:post_date_gmt": "0000-00-00 00:00:00",
                "pubDate": "Mon, 30 Nov -0001 00:00:00 +0000",
                "wp:post_date": "0000-00-00 00:00:00",
            },
            None,
        ),
    ],
)
def test_the_time_is_the_best_that_is_known(
    tmp_path: Path, changed: dict[str, str], at: datetime | None
) -> None:
    assert only(tmp_path, **changed).at == at


def test_only_what_was_published_as_a_post_comes_in(tmp_path: Path) -> None:
    states = ["draft", "pending", "private", "future", "trash"]
    sorts = ["page", "attachment", "nav_menu_item", "revision", "wp_block", "wp_global_styles"]
    posts, skipped = brought(
        tmp_path,
        export(
            item(1),
            *[item(number, wp__status=state) for number, state in enumerate(states, 2)],
            *[item(number, wp__post_type=sort) for number, sort in enumerate(sorts, 20)],
            item(40, wp__post_type="portfolio"),
        ),
    )
    assert [post.id[-1] for post in posts] == ["1"]
    assert skipped == [
        *[
            (f"carnet.xml #{number}", f"not published: its state is “{state}”")
            for number, state in enumerate(states, 2)
        ],
        ("carnet.xml #13", "not a post but a “portfolio”"),
    ]


def test_what_was_left_out_on_purpose_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(export(item(wp__status="draft")))
    with open_archive([tmp_path / "a.xml"]) as archive:
        assert [each.fault for each in archive if isinstance(each, Skipped)] == [False]


def test_a_locked_post_says_so(tmp_path: Path) -> None:
    assert only(tmp_path, wp__post_password="1234").visibility == "password"


def test_a_post_is_named_as_in_the_feed_or_else_by_its_address_or_number(tmp_path: Path) -> None:
    assert only(tmp_path, guid="").id == "https://carnet.example/11/"
    assert only(tmp_path, guid="", link="").id == "https://carnet.example/?p=11"


def meta(key: str, value: str) -> str:
    return (
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value>{cdata(value)}</wp:meta_value></wp:postmeta>"
    )


def picture(number: int, alt: str) -> str:
    return item(
        number,
        f"<wp:attachment_url>https://carnet.example/{number}.jpg</wp:attachment_url>"
        + meta("_wp_attachment_image_alt", alt),
        wp__post_type="attachment",
        wp__status="inherit",
    )


def test_pictures_bring_their_texts_from_wherever_they_stand_in_the_export(tmp_path: Path) -> None:
    content = '<img class="wp-image-22" src="https://carnet.example/22-300x200.jpg" alt="" />'
    post = item(
        1,
        meta("_thumbnail_id", "21"),
        content__encoded=cdata(f'{content}[gallery ids="23, 21"]'),
    )
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "carnet.001.xml").write_text(export(picture(21, "Le pont"), post))
    (folder / "carnet.002.xml").write_text(export(picture(22, "La forge"), picture(23, "")))
    (found,), skipped = read(folder)
    assert found.media == (
        Media("https://carnet.example/21.jpg", alt="Le pont"),
        Media("https://carnet.example/22-300x200.jpg", alt="La forge"),
        Media("https://carnet.example/23.jpg", alt=None),
    )
    assert not skipped


def comment(number: int, text: str, user: int, parent: int = 0, more: str = "") -> str:
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id>"
        f"<wp:comment_author>{cdata(f'Personne {user}')}</wp:comment_author>"
        f"<wp:comment_author_email>p{user}@carnet.example</wp:comment_author_email>"
        "<wp:comment_date>2024-05-02 11:00:00</wp:comment_date>"
        "<wp:comment_date_gmt>2024-05-02 09:00:00</wp:comment_date_gmt>"
        f"<wp:comment_content>{cdata(text)}</wp:comment_content>"
        f"<wp:comment_approved>{more if more in ('0', 'trash') else 1}</wp:comment_approved>"
        f"<wp:comment_type>{'' if more in ('0', 'trash') else more}</wp:comment_type>"
        f"<wp:comment_parent>{parent}</wp:comment_parent>"
        f"<wp:comment_user_id>{user}</wp:comment_user_id></wp:comment>"
    )


def test_what_the_author_answers_beneath_a_post_are_replies(tmp_path: Path) -> None:
    comments = (
        comment(5, "Bravo", user=0)
        + comment(6, "Merci &amp; à <b>bientôt</b>", user=1, parent=5)
        + comment(7, "Je complète", user=1)
        + comment(8, "Un autre auteur", user=2)
        + comment(9, "", user=1)
        + comment(10, "Retrait", user=1, more="0")
        + comment(12, "Jeté", user=1, more="trash")
        + comment(11, "[...] cité [...]", user=1, more="pingback")
    )
    (post, *replies), skipped = brought(tmp_path, export(item(11, comments)))
    assert [
        (each.text, each.reply_to, each.reply_to_author, each.author, each.url) for each in replies
    ] == [
        (
            "Merci & à bientôt",
            f"{post.id}#comment-5",
            "Personne 0",
            "Hélène Roy",
            "https://carnet.example/11/#comment-6",
        ),
        ("Je complète", post.id, None, "Hélène Roy", "https://carnet.example/11/#comment-7"),
    ]
    assert {each.kind for each in replies} == {Kind.REPLY}
    assert not skipped


def test_a_split_export_in_a_package(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "carnet.zip", "w") as package:
        package.writestr("carnet/a.xml", export(item(1)))
        package.writestr("carnet/b.xml", export(item(2)))
        package.writestr("carnet/readme.txt", "Rien.")
    posts, _ = read(tmp_path / "carnet.zip")
    assert [post.id[-1] for post in posts] == ["1", "2"]


@pytest.mark.parametrize(
    ("damage", "mends"),
    [
        ("<title>R&D&nbsp;: l'&été & co</title>", True),
        ("<title>Un \x08mot\x0b</title>", True),
        ("<title>1 < 2</title>", True),
        ("<plugin:meta plugin:kind='a'>x</plugin:meta>", True),
        ("<title>Un</titel>", False),
        ("<wp:postmeta>", False),
    ],
)
def test_one_damaged_item_costs_nothing_but_itself(
    tmp_path: Path, damage: str, mends: bool
) -> None:
    broken = item(2).replace("<title><![CDATA[Tenir le cap]]></title>", damage)
    posts, skipped = brought(tmp_path, export(item(1), broken, item(3)))
    assert [post.id[-1] for post in posts] == (["1", "2", "3"] if mends else ["1", "3"])
    assert skipped == ([] if mends else [("carnet.xml #2", "damaged XML")])


def test_an_item_or_a_quotation_that_never_ends_costs_nothing_but_itself(tmp_path: Path) -> None:
    unended = item(2).replace("</item>", "")
    unquoted = item(2).replace("Bonjour.]]>", "Bonjour.")
    for broken in (unended, unquoted):
        posts, skipped = brought(tmp_path, export(item(1), broken, item(3)))
        assert (posts[0].id[-1], posts[-1].id[-1]) == ("1", "3")
        assert len(posts) + len(skipped) == 3


def test_tags_within_words_are_words(tmp_path: Path) -> None:
    content = cdata("<p>Écrire &lt;item&gt; et </item> et <item> dans un flux</p>")
    posts, skipped = brought(tmp_path, export(item(1, content__encoded=content), item(2)))
    assert len(posts) == 2
    assert not skipped


def test_a_cut_export_keeps_what_came_before_and_says_so(tmp_path: Path) -> None:
    whole = export(item(1), item(2), item(3))
    cut = whole[: whole.index("?p=3")]
    posts, skipped = brought(tmp_path, cut)
    assert [post.id[-1] for post in posts] == ["1", "2"]
    assert skipped == [("carnet.xml #3", "the file ends in the middle of it")]
    posts, skipped = brought(tmp_path, export(item(1), foot=""))
    assert len(posts) == 1
    assert skipped == [
        ("carnet.xml", "“carnet.xml” breaks off or is damaged: download the export again.")
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1", "cp1252"])
def test_the_encodings_in_which_exports_arrive(tmp_path: Path, encoding: str) -> None:
    declared = {"utf-8-sig": "UTF-8", "cp1252": "windows-1252"}.get(encoding, encoding)
    text = export(item(title="Déjà l'été")).replace("UTF-8", declared)
    (post,), _ = brought(tmp_path, text.encode(encoding))
    assert post.title == "Déjà l'été"
    assert post.author == "Hélène Roy"


def test_latin_letters_where_utf8_was_announced_and_blank_lines_before_it(tmp_path: Path) -> None:
    (post,), _ = brought(tmp_path, ("\n\n" + export(item(title="Déjà"))).encode("cp1252"))
    assert post.title == "Déjà"


BOMB = '<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("entities", [BOMB, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_are_refused_in_one_sentence(
    tmp_path: Path, entities: str, encoding: str
) -> None:
    text = export(item(title="&a;")).replace("<rss", f"{entities}<rss", 1)
    with pytest.raises(UnreadableArchive, match="defines XML entities of its own"):
        brought(tmp_path, text.encode(encoding))


def test_references_to_nothing_stay_words(tmp_path: Path) -> None:
    assert only(tmp_path, title="A &inconnu; B").title == "A &inconnu; B"


@pytest.mark.parametrize("junk", ["<a>", "<a/>", "<b><"])
def test_more_tags_than_any_honest_item_are_not_held(tmp_path: Path, junk: str) -> None:
    posts, skipped = brought(tmp_path, export(item(1), f"<item>{junk * 500_000}</item>", item(3)))
    assert [post.id[-1] for post in posts] == ["1", "3"]
    assert skipped == [("carnet.xml #2", "damaged XML")]


def test_very_many_signs_cost_no_more_than_their_number(tmp_path: Path) -> None:
    signs = "&amp;&a;& &lt; " * 50_000
    post = only(tmp_path, content__encoded=cdata(f"<p>R&amp;D &eacute;</p>{signs}"))
    assert post.text.startswith("R&D é\n\n&&a;& < &&a;& < ")
    assert len(post.text) == len("R&D é\n\n") + len("&&a;& < ") * 50_000 - 1
