"""Leave the Spark engine uncollected where its optional extra is not installed."""

from importlib.util import find_spec

SPARK = ["src/firsthand/listen/engines/spark/*.py", "tests/listen/engines/cluster.py"]
collect_ignore_glob = [] if find_spec("pyspark") else SPARK
