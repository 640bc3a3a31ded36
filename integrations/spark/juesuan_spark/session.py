"""The Spark session, with what the job needs of it."""
from __future__ import annotations

from pyspark import SparkConf
from pyspark.sql import SparkSession

NEEDED = {
    # documents are large and few: a batch of Arrow must stay below 2 GiB
    "spark.sql.execution.arrow.maxRecordsPerBatch": "7",
    "spark.sql.execution.arrow.maxBytesPerBatch": str(64 << 20),
    # a file's time must not depend on where the driver is
    "spark.sql.session.timeZone": "UTC",
    # only this version lets one attempt of a task become visible, and no other
    "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version": "1",
}

WANTED = {
    # a task that is slow for its machine's sake is done elsewhere too
    "spark.speculation": "true",
    "spark.speculation.multiplier": "3",
    "spark.speculation.minTaskRuntime": "60s",
    "spark.sql.parquet.compression.codec": "zstd",
}
"""What spark-submit or the cluster's own defaults may set otherwise."""


def session() -> SparkSession:
    given = SparkConf()
    builder = SparkSession.builder.appName("juesuan")
    for key, value in WANTED.items():
        if not given.contains(key):
            builder = builder.config(key, value)
    for key, value in NEEDED.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()
