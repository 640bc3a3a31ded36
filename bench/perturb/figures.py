"""One digit is another."""
from __future__ import annotations

import random

from change import Change, Report, change
from document import Place

# the changed digit is worth so many of the figure's last ones at least: less may be rounding
LEAST = 100


def slip(text: str, dice: random.Random) -> str | None:
    """The number with one of its digits changed; none where it is too small."""
    decimals = len(text.partition(".")[2])
    digits = [place for place, sign in enumerate(text) if sign.isdigit()]
    large = []
    for number, place in enumerate(digits):
        power = len(digits) - number - 1            # in units of the last place
        if 10 ** power >= LEAST and (decimals or len(digits) > 2):
            large.append(place)
    if not large:
        return None
    place = dice.choice(large)
    others = [digit for digit in "0123456789" if digit != text[place] and (place != digits[0] or digit != "0")]
    return text[:place] + dice.choice(others) + text[place + 1:]


@change("digit-in-table")
def table(report: Report, dice: random.Random) -> Change | None:
    """A figure that was proved: something must break, and it must be said there."""
    proved = [at for at, record in report.claims.records.items()
              if record["status"] == "proved" and float(record["amount"])]
    return figure(report, proved, dice)


@change("digit-unproved")
def unproved(report: Report, dice: random.Random) -> Change | None:
    """A figure that nothing proved: it must not be proved then, and nothing else be accused."""
    plausible = [at for at, record in report.claims.records.items()
                 if record["status"] == "plausible" and float(record["amount"])]
    made = figure(report, plausible, dice)
    if made:
        made.is_error = False
    return made


def figure(report: Report, places: list[Place], dice: random.Random) -> Change | None:
    # where the report has an error already, another digit may mend it
    accused = {place for said in report.claims.findings for place in said.touched}
    places = [place for place in places if place not in accused]
    if not places:
        return None
    place = dice.choice(places)
    document = report.document.copy()
    cell = document.cell(place)
    if not cell:
        return None
    old = cell["text"]
    new = slip(old, dice)
    if new is None:
        return None
    document.write(place, new, new.replace(",", "").replace("，", ""))
    return Change(document, f"{place} is {new} for {old}", cells={place}, is_error=True, wrong={place},
                  weaker={table["id"] for table in document.tables})


@change("digit-in-sentence")
def sentence(report: Report, dice: random.Random) -> Change | None:
    """A figure of the text that a check speaks of."""
    places = sorted(report.claims.prose)
    if not places:
        return None
    number, start, end = dice.choice(places)
    document = report.document.copy()
    text = document.paragraphs[number]["text"]
    old = text[start:end]
    new = slip(old, dice)
    if new is None:
        return None
    document.paragraphs[number]["text"] = text[:start] + new + text[end:]
    return Change(document, f"paragraph {number}: {new} for {old}: {text[max(0, start - 12):start]}…",
                  paragraphs={number}, is_error=True, weaker={table["id"] for table in document.tables})
