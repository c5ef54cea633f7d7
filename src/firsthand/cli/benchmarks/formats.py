"""LinkedIn's tables, blogs' exports and feeds: against the bare parsing of the same file.

The least possible work is the standard library's: `csv` over the whole table,
expat over the whole document, whatever it says.
"""

import csv
import io
import tempfile
from pathlib import Path
from xml.parsers import expat

from firsthand.cli.benchmarks import Row, seconds
from firsthand.networks.archives import open_archive

SHARES, ARTICLES, ENTRIES = 20_000, 5_000, 500
WORDS = "Nous tenons le cap, et nous vous écoutons : dites-nous ce que vous voyez de l'atelier. "
TABLE = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
SHARE = (
    "2024-12-23 13:47:07,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A{0:019},"
    '"{1}""\n""""\n""{1}","","",MEMBER_NETWORK\n'
)
BLOG = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"{0}>'
    "<channel><title>Carnet</title>{1}</channel></rss>"
)
WORDPRESS = ' xmlns:wp="http://wordpress.org/export/1.2/"'
ARTICLE = (
    "<item><title>Tenir le cap</title><guid>https://carnet.example/?p={0}</guid>"
    "<pubDate>Wed, 01 May 2024 10:00:00 +0000</pubDate>"
    "<content:encoded><![CDATA[{1}]]></content:encoded></item>"
)


def run() -> list[Row]:
    """Give the time that a record of each kind takes, and its ratio to bare parsing."""
    articles = [ARTICLE.format(n, f"<p>{WORDS * 5}</p>\n" * 4) for n in range(ARTICLES)]
    files = {
        "LinkedIn": (
            "Shares.csv",
            TABLE + "".join(SHARE.format(n, WORDS * 3) for n in range(SHARES)),
            SHARES,
        ),
        "WordPress": ("blog.xml", BLOG.format(WORDPRESS, "".join(articles)), ARTICLES),
        "feed": ("feed.xml", BLOG.format("", "".join(articles[:ENTRIES])), ENTRIES),
    }
    rows = []
    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as folder:
        for kind, (name, text, records) in files.items():
            path = Path(folder, name)
            path.write_text(text, encoding="utf-8")
            rows += _compared(kind, path, records)
    return rows


def _compared(kind: str, path: Path, records: int) -> list[Row]:
    ours = seconds(lambda: _read(path, records), repeat=1)
    least = seconds(lambda: _least(path))
    parser = "csv" if path.suffix == ".csv" else "expat"
    return [
        Row(f"{kind} to posts", ours / records * 1e6, "µs a post"),
        Row(f"{kind} to posts / {parser}", ours / least, "×"),
    ]


def _read(path: Path, records: int) -> None:
    with open_archive([path]) as archive:
        found = sum(1 for _ in archive)
    if found != records:
        raise AssertionError(f"{found} of {records} posts were read")


def _least(path: Path) -> None:
    data = path.read_bytes()
    if path.suffix == ".csv":
        for _ in csv.reader(io.StringIO(data.decode(), newline="")):
            pass
    else:
        expat.ParserCreate().Parse(data, True)
