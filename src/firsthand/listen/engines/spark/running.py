"""Running the pipeline on a Spark cluster over folders of lines or Parquet."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.listen.engines.local.home import Home
from firsthand.listen.engines.local.running import no_posts
from firsthand.listen.engines.spark import messages as say
from firsthand.listen.engines.spark.following import Follower, Tell
from firsthand.listen.pipeline import Pipeline
from firsthand.records.errors import BadInput

WHOLE = str(1 << 40)
"""Bytes of a file that one worker reads: files are not cut, so that their lines keep their order."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A folder of files that arrive whole and are never changed, read `at_once` at a time."""

    folder: Path
    checkpoint: Path
    at_once: int = 16
    goes_on: bool = False  # waits for more files; otherwise what is there is all

    def is_table(self) -> bool:
        """Say whether the folder holds Parquet."""
        return any(self.folder.glob("*.parquet"))


def listen(master: str, stream: Stream, pipeline: Pipeline, home: Home, tell: Tell) -> None:
    """Read a stream on a cluster, until what is there has been read or, if it goes on, for ever.

    `tell` is given the signals of each batch once they are in the home.

    Raises:
        BadInput: PySpark is not installed, or the folder holds nothing that can be read; the
            latter is known at its end.
    """
    spark = session(master)
    try:
        follower = Follower(pipeline, home, tell, rows=stream.is_table())
        _run(spark, stream, pipeline, follower)
        if not stream.goes_on:
            follower.finish()
            if not pipeline.total and (fault := no_posts(str(stream.folder), pipeline.left_out)):
                raise fault
    finally:
        spark.stop()


def session(master: str) -> Any:
    """Start a session on a cluster, or give the one that runs in this process."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise BadInput(say.NO_SPARK()) from None
    # The workers run this same Python unless somebody says which one they have.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return (
        SparkSession.builder.master(master)
        .appName("firsthand listen")
        .config("spark.sql.files.maxPartitionBytes", WHOLE)
        .config("spark.sql.files.openCostInBytes", WHOLE)  # one file, one task
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )


def _run(spark: Any, stream: Stream, pipeline: Pipeline, follower: Follower) -> None:
    from firsthand.listen.engines.spark.scanning import DDL, Scan

    found = _lines(spark, stream).mapInArrow(
        Scan(pipeline.matcher.queries, rows=stream.is_table()), DDL
    )
    writer = found.writeStream.foreachBatch(follower).option(
        "checkpointLocation", str(stream.checkpoint)
    )
    if not stream.goes_on:
        writer = writer.trigger(availableNow=True)
    writer.start().awaitTermination()


def _lines(spark: Any, stream: Stream) -> Any:
    """Give the lines of all files as `(value: binary, file: string)`."""
    reader = spark.readStream.option("maxFilesPerTrigger", stream.at_once)
    folder = str(stream.folder)
    if stream.is_table():
        reader = reader.schema(spark.read.parquet(folder).schema)
        value = "cast(to_json(struct(*)) as binary) as value"
        return reader.parquet(folder).selectExpr(value, "_metadata.file_path as file")
    if not any(path.is_file() for path in stream.folder.iterdir()):
        raise BadInput(say.NO_FILES(folder=stream.folder))
    text = reader.option("lineSep", "\n").text(folder)
    return text.selectExpr("cast(value as binary) as value", "_metadata.file_path as file")
