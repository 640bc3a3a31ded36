"""Titles: what stands in front of one says nothing, unless it says of which money the table is."""
from __future__ import annotations

import random
import re

from change import Change, Report, change

NUMBERS = ("表{n}", "附件{n}：", "公开{n:02}表 ", "附表{n} ", "{n}.")
WORDS = ("部门", "单位", "本部门", "高等学校")
QUALIFIERS = ("财政拨款", "一般公共预算财政拨款", "政府性基金预算", "国有资本经营预算", "非税", "项目支出")
# forms of projects are known by their labels, of whatever money
FORMS = "project-"
# titles that a qualifier makes of others, such as 财政拨款＋支出决算表; run.py takes them from the catalogue
official: set[str] = set()


@change("title-prefix")
def prefix(report: Report, dice: random.Random) -> Change | None:
    """An organisation, a year, a number, a neutral word: the table is what it was."""
    # a number stands once, in front of all else
    tables = [table for table in report.known() if not table["title"].startswith(("表", "附", "公开"))]
    if not tables:
        return None
    document = report.document.copy()
    table = document.table(dice.choice(tables)["id"])
    organisation = document.json["organisation"] or "云河市科学技术局"
    year = document.json["year"] or 2024
    number = dice.choice(NUMBERS).format(n=dice.randint(1, 12))
    words = [organisation, number, number + organisation]
    # a year stands once
    if not re.search(r"(19|20)\d\d年", table["title"]):
        words += [f"{year}年度", f"{year}年", f"{organisation}{year}年度", f"{year}年度{organisation}",
                  f"{year}年度{dice.choice(WORDS)}", f"{number}{organisation}{year}年度"]
    if not table["title"].startswith(WORDS):
        words.append(dice.choice(WORDS))
    table["title"] = dice.choice(words) + table["title"]
    return Change(document, f"{table['id']} is called {table['title']}")


@change("title-qualifier")
def qualifier(report: Report, dice: random.Random) -> Change | None:
    """Of another money: it must not be that table any more."""
    tables = [table for table in report.known()
              if table["title"].endswith("表") and not report.claims.known[table["id"]][0].startswith(FORMS)]
    if not tables:
        return None
    document = report.document.copy()
    table = document.table(dice.choice(tables)["id"])
    word = dice.choice(QUALIFIERS)
    title = word + table["title"]
    if word in table["title"] or any(title.endswith(name) for name in official if name != table["title"]
                                     and not table["title"].endswith(name)):
        return None
    table["title"] = title
    # the contents list names the table as it was; tables that were compared with it are less sure
    return Change(document, f"{table['id']} is called {title}", stranger=table["id"],
                  codes={"missing-table"}, paragraphs=set(range(len(document.paragraphs))),
                  weaker={table["id"] for table in document.tables})
