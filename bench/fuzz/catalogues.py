"""Mutated catalogues: each is taken or refused in words; one that is taken does no harm to a document."""
import random
import subprocess
from pathlib import Path

import texts
from judge import Judge

# a batch's
COUNT = 5
# seconds
LIMIT = 20
DOCUMENT = Path(__file__).resolve().parents[2] / "Tests/PDFSourceTests/Fixtures/rulings.pdf"


def try_catalogues(judge: Judge, sources: list[str], folder: Path, chance: random.Random) -> None:
    for number in range(COUNT):
        place = folder / str(number)
        place.mkdir(parents=True)
        (place / "changed.yaml").write_bytes(texts.catalogue(chance, chance.choice(sources)))
        judge.report.count("inputs: catalogues")
        if ended(judge, place, ["catalogue", str(place)], {0, 64}):
            judge.report.count("done")
            document = ["extract", str(DOCUMENT), "--output", str(place / "out"), "--ocr", "off"]
            ended(judge, place, [*document, "--catalogue", str(place)], {0, 5})


def ended(judge: Judge, place: Path, arguments: list[str], statuses: set[int]) -> bool:
    """Whether it was done; what is undocumented is noted."""
    def kept() -> str:
        return judge.keep(place / "changed.yaml", f"catalogue-{number_of(place)}")
    try:
        result = subprocess.run([judge.program, *arguments], capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        judge.report.fault("hangs", f"{arguments[0]} with a catalogue; {kept()}")
        return False
    if result.returncode < 0 or b"[crashed]" in result.stderr:
        judge.report.fault("own traps", f"{arguments[0]} with a catalogue, {result.returncode}; {kept()}")
    elif result.returncode not in statuses:
        judge.report.fault("undocumented exits", f"{arguments[0]} with a catalogue, {result.returncode}; {kept()}")
    elif result.returncode == 64:
        judge.report.count("refused")
    return result.returncode == 0


def number_of(place: Path) -> str:
    return f"{place.parent.parent.name}-{place.name}"
