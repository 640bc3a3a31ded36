"""The numbers of a run, and examples of what was wrong."""
from __future__ import annotations

from collections import defaultdict
from typing import Iterator

from verdict import Verdict

HEADING = ("change", "tried", "errors", "found", "recall", "new findings", "right", "precision", "false failures",
           "lost findings", "lost proofs", "other table", "wrong proved")


def table(verdicts: list[Verdict]) -> list[str]:
    """Markdown: a line for each kind of change, and all together."""
    kinds = list(dict.fromkeys(verdict.kind for verdict in verdicts))
    lines = ["| " + " | ".join(HEADING) + " |", "|---|" + "---:|" * (len(HEADING) - 1)]
    for kind in kinds:
        lines.append(line(kind, [verdict for verdict in verdicts if verdict.kind == kind]))
    return lines + [line("all", verdicts)]


def line(name: str, verdicts: list[Verdict]) -> str:
    errors = [verdict for verdict in verdicts if verdict.is_error]
    found = sum(verdict.is_found for verdict in errors)
    right = sum(len(verdict.right) for verdict in verdicts)
    new = right + sum(len(verdict.false) for verdict in verdicts)
    cells = [name, len(verdicts), len(errors), found, share(found, len(errors)), new, right, share(right, new),
             sum(len(verdict.false_failures) for verdict in verdicts)]
    for each in (lambda verdict: verdict.lost, lambda verdict: verdict.lost_proofs,
                 lambda verdict: verdict.identities, lambda verdict: verdict.wrong_proofs):
        cells.append(sum(len(each(verdict)) for verdict in verdicts))
    return "| " + " | ".join(map(str, cells)) + " |"


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def examples(verdicts: list[Verdict], most: int) -> Iterator[str]:
    """So many of each kind of change and class of claim."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for verdict in verdicts:
        for name, text in wrongs(verdict):
            seen[verdict.kind, name] += 1
            if seen[verdict.kind, name] <= most:
                yield f"{verdict.kind}: {name}: {verdict.document}: {verdict.what}\n    {text}"
    for (kind, name), count in sorted(seen.items()):
        yield f"{count:6} {kind}: {name}"


def wrongs(verdict: Verdict) -> Iterator[tuple[str, str]]:
    for text in verdict.wrong_proofs[:1]:
        yield "wrong proved", f"{text}; {len(verdict.wrong_proofs)} in all"
    for said in verdict.false:
        yield f"false {said.finding.code}", f"{said.finding}: {said.message}"
    for said in verdict.lost:
        yield f"lost {said.finding.code}", str(said.finding)
    for text in verdict.lost_proofs[:1]:
        yield "lost proofs", f"{text}; {len(verdict.lost_proofs)} in all"
    for text in verdict.identities:
        yield "other table", text
    if verdict.is_error and not verdict.is_found:
        yield "missed", "nothing was said there"
