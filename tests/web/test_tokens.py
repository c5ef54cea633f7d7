"""The colours of tokens.css keep their promised contrast, in both schemes (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11)."""

import re
from pathlib import Path

import pytest

import firsthand.web

CSS = (Path(firsthand.web.__file__).parent / "static/web/tokens.css").read_text()
LIGHT, DARK = CSS.split("prefers-color-scheme: dark")
TINTS = ("paper", "sheet", "shade")
SIGNALS = ("calm", "watch", "warn", "act")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


SCHEMES = {"light": colours(LIGHT), "dark": colours(LIGHT) | colours(DARK)}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_the_published_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", TINTS)
@pytest.mark.parametrize(
    ("colour", "least"),
    [("ink", 7), ("ink-soft", 7), ("ink-faint", 4.5), ("accent", 4.5), ("accent-strong", 4.5)]
    + [(signal, 4.5) for signal in SIGNALS],
)
def test_text(scheme: str, ground: str, colour: str, least: float) -> None:
    named = SCHEMES[scheme]
    assert contrast(named[colour], named[ground]) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("signal", SIGNALS)
def test_signals_on_their_own_tint(scheme: str, signal: str) -> None:
    named = SCHEMES[scheme]
    assert contrast(named[signal], named[f"{signal}-tint"]) >= 4.5
    assert contrast(named["ink"], named[f"{signal}-tint"]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_and_buttons(scheme: str) -> None:
    named = SCHEMES[scheme]
    assert contrast(named["rule-strong"], named["paper"]) >= 3
    assert contrast(named["rule-strong"], named["sheet"]) >= 3
    assert contrast(named["on-accent"], named["accent"]) >= 4.5
    assert contrast(named["on-accent"], named["accent-strong"]) >= 4.5
    assert contrast(named["ink"], named["mark"]) >= 7
