"""Unit lines: taken away, or wrong. What is true is what the figures were worth before."""
from __future__ import annotations

import random

from change import Change, Report, Table, change

OTHER = {"元": "万元", "万元": "元"}


def labelled(report: Report) -> list[Table]:
    """Tables of money with a line of their own, whose figures are not all zero."""
    return [table for table in report.known()
            if table["unit"] in OTHER and table.get("unitFrom") == "printed"
            and any(float(record["amount"]) for record in report.records(table["id"]).values())]


def everything(report: Report) -> set[str]:
    return {table["id"] for table in report.document.tables}


@change("unit-removed")
def removed(report: Report, dice: random.Random) -> Change | None:
    """Its own line only: the text, other tables or the document still tell, or nothing does."""
    tables = labelled(report)
    if not tables:
        return None
    document = report.document.copy()
    table = document.table(dice.choice(tables)["id"])
    unit, table["unit"] = table["unit"], None
    return Change(document, f"{table['id']} has no {unit}", tables={table["id"]}, codes={"unit-unknown"},
                  weaker=everything(report))


@change("units-removed")
def all_removed(report: Report, dice: random.Random) -> Change | None:
    """No table has one, or only the first has."""
    tables = labelled(report)
    if not tables:
        return None
    document = report.document.copy()
    start = dice.choice([0, 1])
    for table in tables[start:]:
        document.table(table["id"])["unit"] = None
    return Change(document, "no table has a unit" if start == 0 else "only the first table has a unit",
                  tables=everything(report), codes={"unit-unknown"}, weaker=everything(report))


@change("unit-swapped")
def swapped(report: Report, dice: random.Random) -> Change | None:
    """元 for 万元 or the reverse, at one table that the text or another table can be compared with.

    Of one that stands alone nobody can tell what its figures are counted in.
    """
    tables = [table for table in labelled(report) if table["id"] in report.claims.linked]
    if not tables:
        return None
    document = report.document.copy()
    table = document.table(dice.choice(tables)["id"])
    unit, table["unit"] = table["unit"], OTHER[table["unit"]]
    return Change(document, f"{table['id']} has {table['unit']} for {unit}", tables={table["id"]},
                  codes={"unit-contradicted", "unit-unknown"}, is_error=True, weaker=everything(report))
