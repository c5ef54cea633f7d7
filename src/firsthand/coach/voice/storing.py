"""A learnt voice as bytes and back: plain arrays and a JSON head, nothing that can run."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np

from firsthand.coach.voice import features, habits, kernels, messages
from firsthand.coach.voice.blending import Blend
from firsthand.coach.voice.experts import SLOTS, Experts, Lens, Manner, Nearness, Tongue
from firsthand.coach.voice.profile import Profile, Voice
from firsthand.records.errors import Corrupt

VERSION = 1

Arrays = dict[str, np.ndarray[Any, Any]]

_MEASURES = len(habits.measures(""))
_SHAPES = {
    "idf": ((SLOTS,), "f4"),
    "weights": ((SLOTS + 1,), "f4"),
    "pairs": ((1 << kernels.PAIRS,), "u2"),
    "totals": ((1 << kernels.CONTEXTS,), "u2"),
    "kinds": ((1 << kernels.CONTEXTS,), "u2"),
    "mean": ((_MEASURES,), "f8"),
    "scale": ((_MEASURES,), "f8"),
    "manner": ((2 * _MEASURES + 1,), "f8"),
}


def to_bytes(profile: Profile) -> bytes:
    """Give a profile as bytes that `from_bytes` reads."""
    arrays: Arrays = {}
    voices = {}
    for lang, voice in profile.voices.items():
        _put_experts(arrays, lang, voice.experts)
        voices[lang] = {
            "n": voice.n,
            "heard": voice.heard,
            "common": sorted(voice.common),
            "blends": [[blend.offset, *blend.gains.tolist()] for blend in voice.blends],
            "echo": voice.echo,
            "others": len(voice.experts.others) if isinstance(voice.experts, Experts) else 0,
        }
    head = json.dumps({"version": VERSION, "n": profile.n, "voices": voices}).encode()
    arrays["head"] = np.frombuffer(head, dtype=np.uint8)
    out = io.BytesIO()
    np.savez_compressed(out, allow_pickle=False, **arrays)
    return out.getvalue()


def from_bytes(data: bytes) -> Profile:
    """Read a stored profile; raise Corrupt when it is damaged or of another version."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            head = json.loads(arrays["head"].tobytes())
            if head["version"] != VERSION:
                raise Corrupt(messages.UNREADABLE(why=messages.OTHER_VERSION))
            voices = {lang: _voice(arrays, lang, told) for lang, told in head["voices"].items()}
            return Profile(int(head["n"]), voices)
    except (ValueError, KeyError, TypeError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise Corrupt(messages.UNREADABLE(why=messages.DAMAGED)) from error


def _put_experts(arrays: Arrays, lang: str, found: Experts | Nearness) -> None:
    for view, lens in found.lenses.items():
        arrays[f"{lang}/{view}/idf"] = lens.idf
        arrays[f"{lang}/{view}/weights"] = lens.weights
    if isinstance(found, Nearness):
        return
    for i, tongue in enumerate((found.own, *found.others)):
        arrays[f"{lang}/{i}/pairs"] = tongue.pairs
        arrays[f"{lang}/{i}/totals"] = tongue.totals
        arrays[f"{lang}/{i}/kinds"] = tongue.kinds
    arrays[f"{lang}/mean"] = found.manner.mean
    arrays[f"{lang}/scale"] = found.manner.scale
    arrays[f"{lang}/manner"] = found.manner.weights


def _voice(arrays: Mapping[str, Any], lang: str, told: Mapping[str, Any]) -> Voice:
    lenses = {
        view: Lens(*_each(arrays, f"{lang}/{view}", "idf weights")) for view in features.VIEWS
    }
    found: Experts | Nearness = Nearness(lenses)
    if told["others"]:
        tongues = [
            Tongue(*_each(arrays, f"{lang}/{i}", "pairs totals kinds"))
            for i in range(int(told["others"]) + 1)
        ]
        manner = Manner(*_each(arrays, lang, "mean scale manner"))
        found = Experts(lenses, tongues[0], tuple(tongues[1:]), manner)
    blends = tuple(Blend(np.array(gains, dtype=float), offset) for offset, *gains in told["blends"])
    common = frozenset(told["common"])
    return Voice(told["n"], told["heard"], common, found, blends, told["echo"])


def _each(arrays: Mapping[str, Any], place: str, names: str) -> list[np.ndarray[Any, Any]]:
    found = []
    for name in names.split():
        array = arrays[f"{place}/{name}"]
        shape, kind = _SHAPES[name]
        # Compiled code does not look where it reaches: what it is given must fit.
        if array.shape != shape or array.dtype != np.dtype(kind):
            raise ValueError(name)
        found.append(array)
    return found
