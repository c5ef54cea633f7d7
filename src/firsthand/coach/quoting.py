"""Posts quoted in a remark."""


def short(text: str, most: int = 120) -> str:
    """Give a text on one line, shortened to so many characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
