"""A LinkedIn export: its tables as LinkedIn writes them, and as they arrive damaged."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.networks.archives import Skipped, open_archive
from firsthand.networks.archives.archive import Archive
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Kind, Media, Post

SHARES = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
COLUMNS = ("shares", "comments")
COMMENTS = "Date,Link,Message\n"
FEED = "https://www.linkedin.com/feed/update/"


def read(path: Path) -> tuple[list[Post], list[Skipped]]:
    with open_archive([path]) as archive:
        return sorted_out(archive)


def sorted_out(archive: Archive) -> tuple[list[Post], list[Skipped]]:
    found = list(archive)
    posts = [each for each in found if isinstance(each, Post)]
    return posts, [each for each in found if isinstance(each, Skipped)]


def shares(tmp_path: Path, rows: str, header: str = SHARES) -> tuple[list[Post], list[Skipped]]:
    path = tmp_path / "Shares.csv"
    path.write_text(header + rows, encoding="utf-8", newline="")
    return read(path)


def comments(tmp_path: Path, rows: str) -> tuple[list[Post], list[Skipped]]:
    path = tmp_path / "Comments.csv"
    path.write_text(COMMENTS + rows, encoding="utf-8", newline="")
    return read(path)


def told(skipped: list[Skipped]) -> list[tuple[str, str]]:
    return [(each.place, each.reason.text("en")) for each in skipped]


def test_a_share_with_all_it_can_have(tmp_path: Path) -> None:
    row = (
        "2023-05-01 10:11:12,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A705800001,"
        '"Nous recrutons à Lyon, ""vraiment"".",https://solvane.example/postes,'
        "https://media.example/photo.png,MEMBER_NETWORK\n"
    )
    (post,), skipped = shares(tmp_path, row)
    assert not skipped
    assert post == Post(
        id="urn:li:share:705800001",
        text='Nous recrutons à Lyon, "vraiment".',
        at=datetime(2023, 5, 1, 10, 11, 12, tzinfo=UTC),
        network="linkedin",
        url="https://www.linkedin.com/feed/update/urn:li:share:705800001",
        visibility="member_network",
        links=("https://solvane.example/postes",),
        media=(Media("https://media.example/photo.png"),),
    )
    assert post.kind is Kind.POST


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('"Un.""\n""Deux."', "Un.\nDeux."),
        ('"Un.""\n""""\n""Deux."', "Un.\n\nDeux."),
        ('"Lire ""Germinal""""\n""""\n""Et vous ?"', 'Lire "Germinal"\n\nEt vous ?'),
        ('"Il dit :""\n""""Jamais."" Puis oui."', 'Il dit :\n"Jamais." Puis oui.'),
        ('"Merci.""\n"""', "Merci."),
        ('"""\n""Bonjour."', "Bonjour."),
        ('"""Tout est dit."""', '"Tout est dit."'),
        ('"Écrit ailleurs,\nen deux lignes"', "Écrit ailleurs,\nen deux lignes"),
        ('"Un.""\n""""\n"Ma, phrase"', "Un.\n\nMa, phrase"),
        ("R&amp;D &lt;3 &#39;ici&#39;", "R&D <3 'ici'"),
        ("a&copy=1", "a&copy=1"),
        ("C:\\nouveau\\", "C:\\nouveau\\"),
    ],
)
def test_the_quotes_around_each_line_of_a_share(tmp_path: Path, cell: str, text: str) -> None:
    row = f'2024-01-02 03:04:05,{FEED}urn:li:share:1,{cell},"","",MEMBER_NETWORK\n'
    posts, skipped = shares(tmp_path, row + row.replace("share:1", "share:2"))
    assert [post.text for post in posts] == [text, text]
    assert not skipped


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("2023-05-01 10:11:12", datetime(2023, 5, 1, 10, 11, 12, tzinfo=UTC)),
        ("2023-05-01 10:11:12 UTC", datetime(2023, 5, 1, 10, 11, 12, tzinfo=UTC)),
        ("2023-05-01T10:11:12Z", datetime(2023, 5, 1, 10, 11, 12, tzinfo=UTC)),
        ("2023-05-01", datetime(2023, 5, 1, tzinfo=UTC)),
        ("2023-02-30 10:00:00", None),
        ("NA", None),
        ("", None),
        ("sometime later", None),
    ],
)
def test_the_times_are_utc_and_an_impossible_one_is_unknown(
    tmp_path: Path, cell: str, at: datetime | None
) -> None:
    (post,), _ = shares(tmp_path, f"{cell},{FEED}urn:li:share:1,Bonjour,,,PUBLIC\n")
    assert post.at == at
    (answer,), _ = comments(tmp_path, f"{cell},{FEED}urn:li:activity:1,Bonjour\n")
    assert answer.at == at


@pytest.mark.parametrize("name", ["share:", "ugcPost:", "groupPost:7044693-"])
def test_a_time_that_a_spreadsheet_rewrote_is_known_from_the_posts_number(
    tmp_path: Path, name: str
) -> None:
    link = f"{FEED}urn%3Ali%3A{name}6332301149105909760"
    (post,), _ = shares(tmp_path, f"11/3/2017 19:44,{link},Bonjour,,,PUBLIC\n")
    assert post.at == datetime(2017, 11, 3, 19, 44, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("link", "name"),
    [
        (f"{FEED}urn%3Ali%3AugcPost%3A7276956491381719041", "urn:li:ugcPost:7276956491381719041"),
        (f"{FEED}urn:li:ugcpost:72/", "urn:li:ugcPost:72"),
        (f"{FEED}urn:li:groupPost:12-34", "urn:li:groupPost:12-34"),
        (
            "https://www.linkedin.com/posts/helene-roy_lyon-activity-7345821826846990338-aB1c",
            "urn:li:activity:7345821826846990338",
        ),
    ],
)
def test_a_post_keeps_its_name_however_its_address_is_written(
    tmp_path: Path, link: str, name: str
) -> None:
    (post,), _ = shares(tmp_path, f"2024-01-02 03:04:05,{link},Bonjour,,,PUBLIC\n")
    assert (post.id, post.url) == (name, FEED + name)


def test_a_shared_post_is_quoted_or_reposted_and_a_shared_page_is_a_link(tmp_path: Path) -> None:
    rows = (
        f"2024-01-04 03:04:05,{FEED}urn:li:share:4,Bien vu,{FEED}urn:li:activity:77,,PUBLIC\n"
        f"2024-01-03 03:04:05,{FEED}urn:li:share:3,,{FEED}urn:li:activity:77,,PUBLIC\n"
        f"2024-01-02 03:04:05,{FEED}urn:li:share:2,,https://presse.example/a,,PUBLIC\n"
        f"2024-01-01 03:04:05,{FEED}urn:li:share:1,,,https://media.example/film.mp4,PUBLIC\n"
    )
    posts, _ = shares(tmp_path, rows)
    assert [post.kind for post in posts] == [Kind.QUOTE, Kind.REPOST, Kind.POST, Kind.POST]
    assert posts[0].quote_of == posts[1].repost_of == "urn:li:activity:77"
    assert posts[2].links == ("https://presse.example/a",)
    assert posts[3].media[0].kind == "video"


def test_a_share_of_which_the_table_keeps_the_address_alone_is_a_post(tmp_path: Path) -> None:
    rows = (
        f"2021-06-15 02:51:47,{FEED}urn:li:ugcPost:1,,NA,  ,PUBLIC\n"
        f'2021-06-15 02:51:46,{FEED}urn:li:share:2,#N/A,"""","",PUBLIC\n'
        "2021-06-15 02:51:45,,,,,PUBLIC\n"
    )
    posts, skipped = shares(tmp_path, rows)
    assert [(post.id, post.text, post.links, post.media) for post in posts] == [
        ("urn:li:ugcPost:1", "", (), ()),
        ("urn:li:share:2", "", (), ()),
    ]
    assert told(skipped) == [("Shares.csv:4", "no text, link or picture in it")]


def test_short_words_are_words_and_what_programs_write_for_nothing_is_not(tmp_path: Path) -> None:
    row = f"2026-01-0{{}} 10:00:00,{FEED}urn:li:activity:71,{{}}\n"
    cells = ["None", "NA", "NULL", "NaN", "  "]
    posts, _ = comments(
        tmp_path, "".join(row.format(day, cell) for day, cell in enumerate(cells, 1))
    )
    assert [post.text for post in posts] == ["None", "NA", "", "", ""]


def test_one_share_of_several_pictures_is_one_post(tmp_path: Path) -> None:
    rows = "".join(
        f"2020-07-23 02:21:46,{FEED}urn:li:share:1,Chantier,https://a.example/,"
        f"https://a.example/{number}.png,PUBLIC\n"
        for number in (3, 4, 2)
    )
    (post,), _ = shares(tmp_path, rows)
    assert [item.ref[-5:] for item in post.media] == ["3.png", "4.png", "2.png"]
    assert post.links == ("https://a.example/",)


def test_headers_as_other_years_and_programs_write_them(tmp_path: Path) -> None:
    row = f"2021-06-15 08:40:56,{FEED}urn:li:share:1,Bonjour,https://a.example/,,PUBLIC\r\n"
    for header in (
        "\ufeff" + SHARES.replace("\n", "\r\n"),
        "Date,ShareLink,ShareCommentary,SharedURL,MediaURL,Visibility\n",
        '"Date","Share Link","Share Commentary","Shared Url","Media Url","Visibility"\n',
        'Notes:\n"Some ""remarks"" of LinkedIn, first"\n\n' + SHARES,
    ):
        posts, skipped = shares(tmp_path, row, header)
        assert [(post.text, post.links) for post in posts] == [("Bonjour", ("https://a.example/",))]
        assert not skipped


def test_a_table_saved_by_a_french_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "Shares.csv"
    table = SHARES + f"2021-06-15 08:40:56,{FEED}urn:li:share:1,Déjà l'été,,,PUBLIC\n"
    path.write_bytes(table.replace(",", ";").encode("cp1252"))
    assert [post.text for post in read(path)[0]] == ["Déjà l'été"]
    path.write_bytes(table.encode("utf-16"))
    assert [post.text for post in read(path)[0]] == ["Déjà l'été"]


def test_comments_are_replies_with_their_own_escapes_and_lines(tmp_path: Path) -> None:
    rows = (
        "2026-01-05 10:00:00,"
        "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A71,"
        '"Ada a écrit \\"bravo\\", merci."\n'
        f"2026-01-04 10:00:00,{FEED}urn:li:activity:72,Sur une ligne\n\net sur une autre\n\n"
        f'2026-01-03 10:00:00,{FEED}urn:li:activity:73,"À Lyon,\n\nC:\\\\Users \\\\\\"ici\\\\\\""\n'
        f"2026-01-02 10:00:00,{FEED}urn:li:activity:74,¯\\_(ツ)_/¯\n"
    )
    posts, skipped = comments(tmp_path, rows)
    assert [post.text for post in posts] == [
        'Ada a écrit "bravo", merci.',
        "Sur une ligne\n\net sur une autre",
        'À Lyon,\n\nC:\\Users \\"ici\\"',
        "¯\\_(ツ)_/¯",
    ]
    assert {post.kind for post in posts} == {Kind.REPLY}
    assert posts[0].reply_to == "urn:li:activity:71"
    assert not skipped


def test_answers_keep_their_names_when_edited_and_are_told_apart_within_a_second(
    tmp_path: Path,
) -> None:
    row = f"2026-01-05 10:00:00,{FEED}urn:li:activity:71,"
    once, _ = comments(tmp_path, f"{row}Bravo\n{row}Merci\n{row}Bravo\n")
    assert [(post.text, post.id[-2:]) for post in once] == [
        ("Bravo", "00"),
        ("Merci", "-2"),
        ("Bravo", "00"),
    ]
    edited, _ = comments(tmp_path, f"{row}Bravo à tous\n")
    assert edited[0].id == once[0].id


def test_reposts_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "InstantReposts.csv").write_text(
        f"Date,Link\n2026-01-05 10:00:00,{FEED}urn%3Ali%3Ashare%3A9\n"
    )
    (post,), _ = read(tmp_path)
    assert post.kind is Kind.REPOST
    assert post.repost_of == "urn:li:share:9"
    assert post.id != post.repost_of


def test_a_whole_package_with_its_owner_and_what_is_nobody_elses_business(tmp_path: Path) -> None:
    path = tmp_path / "Complete_LinkedInDataExport.zip"
    private = "CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,Ada,Bob,2026-01-30 10:00:00 UTC,Secret\n"
    with ZipFile(path, "w") as package:
        package.writestr("Profile.csv", 'First Name,Last Name,Summary\nHélène,Roy,"a,\nb"\n')
        package.writestr(
            "Shares_1234.csv", SHARES + f"2026-01-05 10:00:00,{FEED}urn:li:share:1,Oui,,,PUBLIC\n"
        )
        package.writestr(
            "Comments_1234.csv", COMMENTS + f"2026-01-05 10:00:00,{FEED}urn:li:activity:1,Non\n"
        )
        package.writestr("messages.csv", private)
        package.writestr("Reactions.csv", f"Date,Type,Link\n2026-01-05 10:00:00,LIKE,{FEED}x\n")
        package.writestr("Connections.csv", "Notes:\nRemarks\n\nFirst Name,Last Name\nAda,Quill\n")
    with open_archive([path]) as archive:
        posts, skipped = sorted_out(archive)
        assert archive.owner is not None
        assert archive.owner.name == "Hélène Roy"
        assert (archive.format, archive.network, archive.progress) == ("linkedin", "linkedin", 1.0)
    assert sorted((post.text, post.author) for post in posts) == [
        ("Non", "Hélène Roy"),
        ("Oui", "Hélène Roy"),
    ]
    assert not skipped


ARTICLE = """<html><head><title>T</title><style>p {{}}</style></head><body>
<img src="https://media.example/une.jpg" alt="Le pont" />
<h1><a href="https://www.linkedin.com/pulse/tenir-le-cap-roy">Tenir le cap &amp; écouter</a></h1>
<p class="created">Created on 2026-02-24 00:06</p>
{published}<div><p>Un.</p><p>Deux.</p></div></body></html>"""


def test_articles_are_read_and_drafts_of_them_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "export" / "Articles" / "Articles"
    folder.mkdir(parents=True)
    stated = '<p class="published">Published on 2026-02-24 00:09</p>'
    (folder / "a.html").write_text(ARTICLE.format(published=stated))
    (folder / "b.html").write_text(ARTICLE.format(published=""))
    unpublished = '<p class="published">Not published yet</p>'
    (folder / "c.html").write_text(ARTICLE.format(published=unpublished))
    posts, skipped = read(tmp_path / "export")
    assert posts == [
        Post(
            id="https://www.linkedin.com/pulse/tenir-le-cap-roy",
            text="Un.\n\nDeux.",
            at=datetime(2026, 2, 24, 0, 9, tzinfo=UTC),
            network="linkedin",
            title="Tenir le cap & écouter",
            url="https://www.linkedin.com/pulse/tenir-le-cap-roy",
            media=(Media("https://media.example/une.jpg", alt="Le pont"),),
        )
    ]
    assert posts[0].kind is Kind.ARTICLE
    assert [(each.place, each.fault) for each in skipped] == [
        ("Articles/Articles/b.html", False),
        ("Articles/Articles/c.html", False),
    ]


GOOD = f"2026-01-05 10:00:00,{FEED}urn:li:share:9,Bonjour,,,PUBLIC\n"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f"2026-01-30 10:00:00,{FEED}urn:li:share:1,a,,,PUBLIC,de trop\n", "more cells than"),
        (f'2026-01-30 10:00:00,{FEED}urn:li:share:1,"Jamais fermé,,,PUBLIC\n', "never closed"),
        (f'2026-01-30 10:00:00,{FEED}urn:li:share:1,"Un\nDeux,,,PUBLIC\n', "never closed"),
    ],
)
def test_a_spoilt_row_is_told_and_the_others_are_read(
    tmp_path: Path, row: str, reason: str
) -> None:
    posts, skipped = shares(tmp_path, GOOD + row + GOOD.replace("share:9", "share:8"))
    assert [post.id[-1] for post in posts] == ["9", "8"]
    (one,) = skipped
    assert one.place == "Shares.csv:3"
    assert reason in one.reason.text("en")
    assert one.reason.text("fr") != one.reason.text("en")


def test_a_table_that_ends_in_the_middle(tmp_path: Path) -> None:
    posts, skipped = shares(tmp_path, GOOD + f'2026-01-30 10:00:00,{FEED}urn:li:share:1,"Coup')
    assert len(posts) == 1
    assert told(skipped) == [("Shares.csv:3", "the file ends in the middle of it")]
    answer = f"2026-01-30 10:00:00,{FEED}urn:li:activity:1,"
    posts, skipped = comments(tmp_path, f"{answer}Entier\n{answer}Coup\\")
    assert [post.text for post in posts] == ["Entier"]
    assert told(skipped) == [("Comments.csv:3", "the file ends in the middle of it")]


def test_a_line_longer_than_any_post_is_passed_over(tmp_path: Path) -> None:
    long = f"2026-01-30 10:00:00,{FEED}urn:li:share:1,{'a' * (9 << 20)},,,PUBLIC\n"
    posts, skipped = shares(tmp_path, GOOD + long + GOOD.replace("share:9", "share:8"))
    assert len(posts) == 2
    assert told(skipped) == [("Shares.csv:3", "longer than 8 MB, which no post is")]


@pytest.mark.parametrize(
    "table",
    ["Date, Date,ShareLink,ShareCommentary\na,b,c,d\n", ",,\n1,2,3\n", "\x00\x01\x02"],
)
def test_a_table_without_its_columns_is_one_clear_sentence(tmp_path: Path, table: str) -> None:
    with pytest.raises(UnreadableArchive, match="does not hold the list of posts"):
        shares(tmp_path, table, header="")


def test_the_published_malformed_tables_end_as_published(
    shared: Callable[[str], Path], tmp_path: Path
) -> None:
    text = shared("data/linkedin/malformed-csv-outcomes.json").read_text()
    cases = [each for each in json.loads(text)["cases"] if each["fileType"] in COLUMNS]
    assert len(cases) > 5
    for case in cases:
        path = tmp_path / f"{case['fileType']}.csv"
        path.write_text(case["csv"], newline="")
        try:
            _, skipped = read(path)
        except UnreadableArchive:
            outcome = "refused"
        else:
            outcome = "skipped" if skipped else "accepted"
        assert (outcome == "accepted") == (case["expected"]["python"] == "accepted"), case["id"]


CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(['"', ",", "\\", "\n", "'"]),
    max_size=40,
)


def plain(text: str) -> str:
    """What reading gives of a text: the slow obvious model."""
    text = text.strip()
    for entity, mark in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, mark)
    return text


def has_words(text: str) -> bool:
    return text.strip().lower() not in ("", "#n/a", "<na>", "nan", "null")


@given(st.lists(CELL.filter(has_words), max_size=6))
def test_shares_written_as_linkedin_writes_them_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    for number, text in enumerate(texts):
        link = f"{FEED}urn%3Ali%3Ashare%3A{number}"
        lines = text.replace("\n", '"\n"')
        writer.writerow(["2026-01-30 10:00:00", link, lines, "", "", "PUBLIC"])
    assert texts_of(tmp_path_factory, SHARES + table.getvalue()) == [plain(text) for text in texts]


@given(
    st.lists(CELL.filter(has_words), max_size=6),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
)
def test_comments_written_as_linkedin_writes_them_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], quoting: int
) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(
        table, lineterminator="\n", doublequote=False, escapechar="\\", quoting=quoting
    )
    for number, text in enumerate(texts):
        writer.writerow(["2026-01-30 10:00:00", f"{FEED}urn%3Ali%3Aactivity%3A{number}", text])
    assert texts_of(tmp_path_factory, COMMENTS + table.getvalue()) == [
        plain(text) for text in texts
    ]


@given(st.binary(max_size=200))
def test_no_bytes_whatever_break_the_reading(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    path = tmp_path_factory.mktemp("table") / "table.csv"
    for header in (SHARES, COMMENTS):
        path.write_bytes(header.encode() + GOOD.encode() + junk)
        posts, skipped = read(path)
        assert posts or skipped


def texts_of(folder: pytest.TempPathFactory, table: str) -> list[str]:
    path = folder.mktemp("table") / "table.csv"
    path.write_bytes(table.encode())
    posts, skipped = read(path)
    assert not skipped
    return [post.text for post in posts]


def test_very_many_lines_cost_no_more_than_their_number(tmp_path: Path) -> None:
    row = f"2026-01-30 10:00:00,{FEED}urn:li:activity:1,Un\n"
    (post,), skipped = comments(tmp_path, row + "deux\n" * 200_000)
    assert post.text.count("deux") == 200_000
    assert not skipped
