"""spark-submit's entry: `python -m juesuan_spark INPUT... --output FOLDER`."""
from __future__ import annotations

import argparse
import shlex

from .worker import Limits


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    limits = Limits()
    parser = argparse.ArgumentParser(
        prog="juesuan-spark",
        description="Extracts the tables of PDFs with juesuan on Apache Spark, into Parquet.")
    parser.add_argument("inputs", nargs="+", metavar="INPUT",
                        help="a folder or a PDF, by any address that Spark reads")
    parser.add_argument("--output", required=True, help="the folder to write into")
    parser.add_argument("--program", default="juesuan", help="juesuan, where executors have it")
    parser.add_argument("--worker-options", default="", metavar="TEXT",
                        help="options of `juesuan worker`, such as '--ocr off'")
    parser.add_argument("--timeout", type=at_least(1), default=limits.timeout, metavar="SECONDS",
                        help="after which a document is given up")
    parser.add_argument("--memory-limit", type=at_least(0), default=limits.memory, metavar="MiB",
                        help="that a document may take; 0 for no limit")
    parser.add_argument("--size-limit", type=at_least(1, 280), default=limits.size, metavar="MiB",
                        help="of a document's file")
    parser.add_argument("--part", type=at_least(1), default=100_000, metavar="FILES",
                        help="that become visible together")
    parser.add_argument("--retry-failed", action="store_true",
                        help="also do documents again that failed before")
    return parser.parse_args(given)


def at_least(least: int, most: int | None = None):
    def number(text: str) -> int:
        value = int(text)
        if value < least or (most is not None and value > most):
            raise argparse.ArgumentTypeError(f"must be {least} at least" if value < least
                                             else f"must be {most} at most")
        return value

    return number


def main() -> None:
    given = arguments()
    # Spark is slow to load: not for --help
    from .job import Job, Options
    from .session import session

    spark = session()
    try:
        outcome = Job(spark, Options(
            inputs=tuple(given.inputs), output=given.output, program=given.program,
            worker_options=tuple(shlex.split(given.worker_options)),
            limits=Limits(given.timeout, given.memory_limit, given.size_limit),
            part=given.part, retry_failed=given.retry_failed)).run()
        print(outcome, flush=True)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
