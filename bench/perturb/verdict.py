"""What was said of a changed document, against what had to be."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from change import Change, Report
from claims import Claims, Finding, Said


@dataclass
class Verdict:
    """Of one change."""

    kind: str
    document: str
    what: str
    is_error: bool
    is_found: bool = False
    # findings that were not there before
    right: list[Said] = field(default_factory=list)
    false: list[Said] = field(default_factory=list)
    # findings that were there and are no more
    lost: list[Said] = field(default_factory=list)
    wrong_proofs: list[str] = field(default_factory=list)
    lost_proofs: list[str] = field(default_factory=list)
    # tables that are taken for others
    identities: list[str] = field(default_factory=list)

    @property
    def false_failures(self) -> list[Said]:
        return [said for said in self.false if said.finding.is_failure]

    @property
    def is_bad(self) -> bool:
        """A wrong proof; or a failure where nothing is wrong."""
        return bool(self.wrong_proofs) or not self.is_error and bool(self.false_failures)


def judge(kind: str, report: Report, change: Change, after: Claims) -> Verdict:
    after = after.moved(change.document.origin)
    verdict = Verdict(kind, report.document.name, change.what, change.is_error)
    before = Counter(key(said.finding) for said in report.claims.findings)
    for said in after.findings:
        if before[key(said.finding)]:
            before[key(said.finding)] -= 1
        elif is_caused(said, change):
            verdict.right.append(said)
        else:
            verdict.false.append(said)
    for said in report.claims.findings:
        if before[key(said.finding)]:
            before[key(said.finding)] -= 1
            # a table that is lost takes its findings with it
            if not change.weaker:
                verdict.lost.append(said)
    verdict.is_found = is_located(change, verdict.right, after)
    compare_records(report.claims, change, after, verdict)
    compare_tables(report.claims, change, after, verdict)
    return verdict


def key(finding: Finding) -> tuple[Any, ...]:
    """A finding whatever its words: names in them may be changed, and with them the places in a paragraph; without a
    table one knows less of what would mend it."""
    return (finding.is_failure, finding.table, finding.column, finding.printed,
            tuple(at[0] for at in finding.prose))


def is_caused(said: Said, change: Change) -> bool:
    if change.codes and said.finding.code not in change.codes:
        return False
    tables = {said.finding.table} | {at[0] for at in said.cells}
    return bool(said.touched & change.cells or said.paragraphs & change.paragraphs or tables & change.tables)


def is_located(change: Change, right: list[Said], after: Claims) -> bool:
    """Whether something is said at the very place."""
    if change.cells:
        return any(said.cells & change.cells for said in right) or any(
            after.records[at]["status"] == "suspect" for at in change.cells if at in after.records)
    return bool(right)


def compare_records(before: Claims, change: Change, after: Claims, verdict: Verdict) -> None:
    for at, record in after.records.items():
        old = before.records.get(at)
        if record["status"] != "proved":
            if old and old["status"] == "proved" and at[0] not in change.weaker:
                verdict.lost_proofs.append(f"{at} {record['amount']} {record['reservation'] or ''}")
        elif at in change.wrong:
            verdict.wrong_proofs.append(f"{at} {record['amount']} is not what it was")
        elif old and old["yuan"] and record["yuan"] != old["yuan"]:
            verdict.wrong_proofs.append(f"{at} {record['amount']} is {record['yuan']}元 ({record['unitFrom']}), "
                                        f"not {old['yuan']}元 ({old['unitFrom']})")
    gone = before.records.keys() - after.records.keys()
    verdict.lost_proofs += [f"{at} no record" for at in sorted(gone)
                            if before.records[at]["status"] == "proved" and at[0] not in change.weaker]


def compare_tables(before: Claims, change: Change, after: Claims, verdict: Verdict) -> None:
    for table, (catalogue, is_certain) in before.known.items():
        now = after.known.get(table, ("nothing", False))
        if table == change.stranger:
            if now == (catalogue, True):
                verdict.identities.append(f"{table} is still {catalogue} for certain")
                verdict.wrong_proofs += [f"{at} {record['amount']} in a table of another money" for at, record
                                         in after.records.items() if at[0] == table and record["status"] == "proved"]
        elif now != (catalogue, is_certain) and table not in change.weaker:
            verdict.identities.append(f"{table} is {now[0]}, {'certain' if now[1] else 'likely'}; it was {catalogue}")
