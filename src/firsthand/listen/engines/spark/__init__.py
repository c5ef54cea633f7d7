"""The Spark engine: a cluster decodes and matches, one place remembers; the signals are the same.

Lines are decoded and matched on the workers (`scanning`, by `mapInArrow`); what some query
wants comes back to the driver in micro-batches of Structured Streaming, in the order and
the batches in which the local engine would have read it, and goes through the same
pipeline (`following`). Spark's checkpoint remembers which files were read; the state, kept
with the number of the micro-batch, makes that each is followed once.
"""

from firsthand.listen.engines.spark.running import Stream, listen

__all__ = ["Stream", "listen"]
