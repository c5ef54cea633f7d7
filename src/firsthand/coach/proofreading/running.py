"""Running a checker: a fixed command, a time-out, and no word of it when it fails."""

import subprocess
from collections.abc import Sequence

SECONDS = 10


def output(command: Sequence[str], given: str = "") -> str:
    """Give what a command prints for a text, or nothing when it fails or takes too long."""
    try:
        done = subprocess.run(
            command,
            input=given.encode("utf-8", "replace"),
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
