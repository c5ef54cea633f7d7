"""From a stream of posts to signals: match, language, tone, cues, stories, counts, detectors.

Pure: it reads no file and knows no network. An engine decides where batches run.
"""

from firsthand.listen.pipeline.running import Pipeline, Taken

__all__ = ["Pipeline", "Taken"]
