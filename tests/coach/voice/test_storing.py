import io
import json

import numpy as np
import pytest
from tests.coach.voice.made import authors

from firsthand.coach.voice import from_bytes, learn, to_bytes
from firsthand.records.errors import Corrupt

TEXT = "I think that ports matter today for all of us."


@pytest.fixture(scope="module")
def stored():
    calm, loud, plain = authors(120)
    return learn(calm, {"a": loud, "b": plain})


def test_what_was_stored_says_the_same(stored):
    again = from_bytes(to_bytes(stored))
    assert again.score(TEXT) == stored.score(TEXT)
    assert again.score([TEXT, "PORTS NOW!!!"]) == stored.score([TEXT, "PORTS NOW!!!"])


@pytest.mark.parametrize("general", [True, False])
def test_a_voice_learnt_without_others_is_stored_too(general):
    calm, _, _ = authors(120)
    alone = learn(calm, general=general)
    assert from_bytes(to_bytes(alone)).score(TEXT) == alone.score(TEXT)


def test_too_few_posts_are_stored_as_too_few():
    assert from_bytes(to_bytes(learn(["One post."]))).score(TEXT).p is None


@pytest.mark.parametrize("cut", [0, 1, 100, -1])
def test_damage_stops_loudly(stored, cut):
    with pytest.raises(Corrupt, match="Learn it again"):
        from_bytes(to_bytes(stored)[:cut])


def altered(stored, **changes):
    arrays = dict(np.load(io.BytesIO(to_bytes(stored))))
    out = io.BytesIO()
    np.savez(out, **(arrays | changes))
    return out.getvalue()


def test_arrays_of_another_size_are_refused(stored):
    lang = next(iter(stored.voices))
    short = altered(stored, **{f"{lang}/words/weights": np.zeros(5, np.float32)})
    with pytest.raises(Corrupt, match="damaged"):
        from_bytes(short)


def test_objects_that_could_run_are_refused(stored):
    lang = next(iter(stored.voices))
    with pytest.raises(Corrupt, match="damaged"):
        from_bytes(altered(stored, **{f"{lang}/words/idf": np.array([{}], dtype=object)}))


def test_another_version_is_told(stored):
    head = np.frombuffer(json.dumps({"version": 99}).encode(), dtype=np.uint8)
    with pytest.raises(Corrupt, match="another version"):
        from_bytes(altered(stored, head=head))
