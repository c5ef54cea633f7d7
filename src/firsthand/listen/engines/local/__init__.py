"""The local engine: one process reads sources in batches, runs the pipeline and keeps what it gave.

    home = Home(folder)                      # None: nothing is kept
    for step in listen(sources, pipeline, home): ...

What is kept lies in one folder: `heard.sqlite3` with the posts that matched and the
signals, and `listening.state` with all that the pipeline remembers and how far each
source was read. The database is written first, the state after it, each at once or
not at all; a restart reads again what came after the state, and what is in the
database already is not put there twice.
"""

from firsthand.listen.engines.local.chunks import Source
from firsthand.listen.engines.local.files import Lines
from firsthand.listen.engines.local.home import Home
from firsthand.listen.engines.local.pipe import Pipe
from firsthand.listen.engines.local.running import Step, listen, spare_garbage
from firsthand.listen.engines.local.scanning import Helpers
from firsthand.listen.engines.local.sources import open_source

__all__ = [
    "Helpers",
    "Home",
    "Lines",
    "Pipe",
    "Source",
    "Step",
    "listen",
    "open_source",
    "spare_garbage",
]
