"""A learnt voice as bytes and back: plain arrays and a JSON head, nothing that can run."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np

from firsthand.coach.voice import features, habits, kernels, messages
from firsthand.coach.voice.blending import Blend
from firsthand.coach.voice.experts import (
    SLOTS,
    Estrangement,
    Experts,
    Lens,
    Manner,
    Nearness,
    Tongues,
)
from firsthand.coach.voice.profile import Profile, Voice
from firsthand.records.errors import Corrupt

VERSION = 2
ANY = -1

Arrays = dict[str, np.ndarray[Any, Any]]

_MEASURES = len(habits.measures(""))
_SHAPES = {
    "idf": ((SLOTS,), "f4"),
    "weights": ((SLOTS + 1,), "f4"),
    "pairs": ((1 << kernels.PAIRS, ANY), "u2"),
    "totals": ((1 << kernels.CONTEXTS, ANY), "u2"),
    "kinds": ((1 << kernels.CONTEXTS, ANY), "u2"),
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
            "general": voice.general,
            "common": sorted(voice.common),
            "blends": [[blend.offset, *blend.gains.tolist()] for blend in voice.blends],
            "echo": voice.echo,
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


def _put_experts(arrays: Arrays, lang: str, found: Experts | Nearness | Estrangement) -> None:
    for view, lens in found.lenses.items():
        arrays[f"{lang}/{view}/idf"] = lens.idf
        arrays[f"{lang}/{view}/weights"] = lens.weights
    if isinstance(found, Nearness):
        return
    arrays[f"{lang}/mean"] = found.manner.mean
    arrays[f"{lang}/scale"] = found.manner.scale
    arrays[f"{lang}/manner"] = found.manner.weights
    if isinstance(found, Estrangement):
        _put_experts(arrays, f"{lang}/near", found.near)
        return
    arrays[f"{lang}/pairs"] = found.tongues.pairs
    arrays[f"{lang}/totals"] = found.tongues.totals
    arrays[f"{lang}/kinds"] = found.tongues.kinds


def _voice(arrays: Mapping[str, Any], lang: str, told: Mapping[str, Any]) -> Voice:
    found = _experts(arrays, lang, told)
    blends = tuple(Blend(np.array(gains, dtype=float), offset) for offset, *gains in told["blends"])
    common = frozenset(told["common"])
    general = bool(told["general"])
    return Voice(told["n"], told["heard"], common, found, blends, told["echo"], general)


def _experts(
    arrays: Mapping[str, Any], lang: str, told: Mapping[str, Any]
) -> Experts | Nearness | Estrangement:
    lenses = _lenses(arrays, lang)
    if not told["heard"]:
        return Nearness(lenses)
    manner = Manner(*_each(arrays, lang, "mean scale manner"))
    if told["general"]:
        return Estrangement(lenses, manner, Nearness(_lenses(arrays, f"{lang}/near")))
    return Experts(lenses, Tongues(*_each(arrays, lang, "pairs totals kinds")), manner)


def _lenses(arrays: Mapping[str, Any], place: str) -> dict[str, Lens]:
    return {view: Lens(*_each(arrays, f"{place}/{view}", "idf weights")) for view in features.VIEWS}


def _each(arrays: Mapping[str, Any], place: str, names: str) -> list[np.ndarray[Any, Any]]:
    """Give the named arrays; those of one place agree on their unknown sizes.

    Compiled code does not look where it reaches: what it is given must fit.
    """
    found = []
    free: set[int] = set()
    for name in names.split():
        array = arrays[f"{place}/{name}"]
        shape, kind = _SHAPES[name]
        fits = len(array.shape) == len(shape) and all(
            size in (ANY, had) for had, size in zip(array.shape, shape, strict=True)
        )
        free |= {had for had, size in zip(array.shape, shape, strict=False) if size == ANY}
        if not fits or array.dtype != np.dtype(kind) or len(free) > 1:
            raise ValueError(name)
        found.append(np.ascontiguousarray(array))
    return found
