"""Archives as the library's tests use them."""

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from firsthand.records.post import Post, to_line


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes posts as JSON Lines and gives the path."""

    def write(*posts: Post | dict[str, object], name: str = "posts.jsonl") -> Path:
        path = tmp_path / name
        rows = [to_line(item) if isinstance(item, Post) else item for item in posts]
        path.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))
        return path

    return write
