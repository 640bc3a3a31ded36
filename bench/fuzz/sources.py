"""What is mutated: small PDFs, some pages of larger ones, transcripts, catalogues."""
import random
from dataclasses import dataclass
from pathlib import Path

from pdfs import PDF

# bytes: larger ones cost more than they show
LARGEST_FILE = 3_000_000
LARGEST_EXCERPT = 200_000
# how often the PDFs of a folder are taken: those that were made to hang take the time of hundreds
WEIGHTS = {"faults": 0.1}
# of a file that is larger than an excerpt may be
EXCERPTS = 5

TRANSCRIPT = """2024年度
某某局部门决算

一、收入支出决算总表

公开01表
部门：某某局\t\t\t金额单位：万元
收入\t\t支出\t
项目\t决算数\t项目\t决算数
栏次\t1\t栏次\t2
一、一般公共预算财政拨款收入\t1,234.56\t一、一般公共服务支出\t1,000.00
二、政府性基金预算财政拨款收入\t0.00\t二、社会保障和就业支出\t234.56
本年收入合计\t1,234.56\t本年支出合计\t1,234.56
总计\t1,234.56\t总计\t1,234.56
注：本表反映部门本年度的总收支和年末结转结余情况。

第三部分 情况说明
2024年度收入总计1,234.56万元，支出总计1,234.56万元。
"""


@dataclass(frozen=True)
class Sources:
    pdfs: list[bytes]
    weights: list[float]
    transcripts: list[str]
    catalogues: list[str]


def pdfs_below(chance: random.Random, folder: Path) -> list[tuple[bytes, float]]:
    """PDFs, or parts of them, with their weights."""
    found: list[tuple[bytes, float]] = []
    for path in sorted(folder.rglob("*.pdf")):
        if not 0 < path.stat().st_size <= LARGEST_FILE:
            continue
        data, weight = path.read_bytes(), WEIGHTS.get(path.parent.name, 1.0)
        if len(data) <= LARGEST_EXCERPT // 4:
            found.append((data, weight))
        elif pdf := PDF.parse(data):
            parts = [pdf.excerpt(chance, chance.choice([1, 1, 2])).file() for _ in range(EXCERPTS)]
            found += [(part, weight) for part in parts if len(part) <= LARGEST_EXCERPT]
    return found


def collect(folders: list[Path], catalogue: Path) -> Sources:
    """All of them, the same for all seeds."""
    chance = random.Random(1)
    weighted = [pdf for folder in folders for pdf in pdfs_below(chance, folder)]
    texts = [path.read_text(errors="replace") for folder in folders for path in sorted(folder.rglob("*.txt"))
             if "requirements" not in path.name and path.stat().st_size <= LARGEST_FILE]
    catalogues = [path.read_text() for path in sorted(catalogue.glob("*.yaml"))]
    return Sources([data for data, _ in weighted], [weight for _, weight in weighted], [TRANSCRIPT, *texts], catalogues)
