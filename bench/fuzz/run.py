#!/usr/bin/env python3
"""Inputs changed at random, until the time is over: nothing may be lost, trap, hang, or depend on what was read before.

    bench/fuzz/run.py PROGRAM SEED SECONDS [--inputs N] FOLDER ...

Mutated are the PDFs and transcripts below the folders, the catalogue, requests to workers and to the review's server, replies
of OCR engines, and results that are read again. The same seed gives the same inputs from the same folders. Prints a table; what failed is kept in .build/fuzz, a crash as the smallest PDF that shows it.
The exit status is 1 when anything was found that is ours.
"""
import argparse
import itertools
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import documents
import texts
from catalogues import try_catalogues
from engines import try_engines
from judge import Judge, documented
from lines import try_frames, try_lines
from readback import try_results
from report import Report
from review import try_requests
from schema import Schema
from sources import Sources, collect

REPOSITORY = Path(__file__).resolve().parents[2]
# documents of a batch: one process reads them all but for the crashes, and the run ends not much later than it should
CHUNK = 150
# of so many documents one is a transcript
TRANSCRIPTS = 8
KEPT = REPOSITORY / ".build" / "fuzz"


def make(folder: Path, sources: Sources, seed: str, numbers: range, report: Report) -> list[Path]:
    """The documents of these numbers; each depends on its number and the seed alone."""
    folder.mkdir()
    made: list[Path] = []
    for number in numbers:
        chance = random.Random(f"{seed}/{number}")
        is_text = chance.randrange(TRANSCRIPTS) == 0
        if is_text:
            data = texts.transcript(chance, chance.choice(sources.transcripts))
        else:
            data, other = chance.choices(sources.pdfs, sources.weights, k=2)
            data = documents.mutated(chance, data, other)
        path = folder / f"{number:06}.{'txt' if is_text else 'pdf'}"
        path.write_bytes(data)
        made.append(path)
        report.count("inputs: transcripts" if is_text else "inputs: PDFs")
    return made


def fuzz(judge: Judge, sources: Sources, seed: str, seconds: float, most: int) -> None:
    end = time.monotonic() + seconds
    for first in itertools.count(0, CHUNK):
        if time.monotonic() > end or judge.report.inputs >= most:
            return
        work = Path(tempfile.mkdtemp(prefix="juesuan-fuzz-"))
        try:
            chance = random.Random(f"{seed}/batch/{first}")
            inputs = make(work / "in", sources, seed, range(first, first + CHUNK), judge.report)
            judge.batch(inputs, work, chance)
            try_lines(judge, work / "lines", chance)
            try_frames(judge, work / "frames", chance)
            try_catalogues(judge, sources.catalogues, work / "catalogues", chance)
            try_engines(judge, work / "engines", chance)
            try_results(judge, work / "out", work / "results", chance)
            try_requests(judge, work / "review", chance)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("seed")
    parser.add_argument("seconds", type=float)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--inputs", type=int, default=1 << 62, help="end after so many")
    options = parser.parse_args()
    sources = collect(options.folders, REPOSITORY / "Sources/FinalAccounts/Catalogue")
    if len(sources.pdfs) < 2:
        sys.exit("bench/fuzz: too few PDFs below " + " ".join(map(str, options.folders)))
    schema = Schema(REPOSITORY / "docs/document.schema.json")
    report = Report()
    judge = Judge(str(Path(options.program).resolve()), report, schema, documented(REPOSITORY / "docs/errors.md"), KEPT)
    start = time.monotonic()
    try:
        fuzz(judge, sources, options.seed, options.seconds, options.inputs)
    except KeyboardInterrupt:
        print("fuzz: stopped")
    print(report.table())
    print(f"seed {options.seed}, {time.monotonic() - start:.0f} s, {len(sources.pdfs)} PDFs to begin with; checked against the schema "
          + ("by the harness and, in part, by jsonschema" if schema.package else "by the harness alone: jsonschema is not installed"))
    sys.exit(0 if report.is_clean else 1)


if __name__ == "__main__":
    main()
