"""A post as the text that the library keeps: nothing is lost."""

from hypothesis import given
from tests.library.made import POSTS

from firsthand.library import codec
from firsthand.records.post import Post, to_line


@given(POSTS)
def test_every_post_comes_back_as_it_was(post: Post) -> None:
    back = codec.decode(codec.encode(post))
    assert back == post
    assert to_line(back) == to_line(post)


@given(POSTS)
def test_equal_posts_are_written_alike(post: Post) -> None:
    backwards = dict(reversed(post.metrics.items()))
    same = codec.decode(codec.encode(post))
    object.__setattr__(same, "metrics", backwards)
    assert codec.encode(same) == codec.encode(post)


def test_what_is_unknown_takes_no_room() -> None:
    assert codec.encode(Post(text="Été")) == '{"text":"Été"}'
