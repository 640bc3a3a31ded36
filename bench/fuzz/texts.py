"""Mutated texts: transcripts, and the catalogue's YAML."""
import random
import re

import contents
import hostile_numbers as numbers

ODD = ["\0", "\ufffd", "\u202e", "\u0301" * 50, "\t" * 300, "　" * 40, "\ufeff", "\U0001f600", "公开01表", "单位：万元", "栏次",
       "合计", "-", "（1.23）", "△", "1,2,3,4.5.6", "9" * 60, "\r", "\x0b", "\u2028", "𝟏𝟐", "①②", "一、", "２０２４年", "\ue000"]
YAML_ODD = ["&a", "*a", "<<: *a", "? ", "- ", ": ", "[", "{", "|", ">", "!!binary ", "---", "...", "%YAML 9.9", "\t", "~", "'", '"',
            "&x [*x]", "0x7fffffffffffffff", "1e400", ".nan", "null", "[" * 300, "{" * 300, "a: " * 100]
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def line_changes(chance: random.Random, lines: list[str], odd: list[str]) -> None:
    for _ in range(chance.choice([1, 3, 10, 40])):
        place = chance.randrange(len(lines))
        line, way = lines[place], chance.randrange(8)
        at = chance.randrange(len(line) + 1)
        if way == 0:
            lines[place] = line[:at] + chance.choice(odd) + line[at:]
        elif way == 1:
            lines[place] = chance.choice(lines)
        elif way == 2 and len(lines) > 1:
            del lines[place]
        elif way == 3:
            lines[place:place] = [line] * chance.choice([1, 2, 100])
        elif way == 4:
            lines[place] = numbers.edit(chance, line.encode(), 3).decode()
        elif way == 5:
            lines[place] = line[:at]
        elif way == 6:
            lines[place] = line.replace("\t", chance.choice(["", " ", "\t\t"]))
        else:
            lines[place] = line * chance.choice([2, 20])


def transcript(chance: random.Random, text: str) -> bytes:
    """Some hundred lines of a transcript, changed."""
    lines = text.split("\n")
    first = chance.randrange(len(lines))
    lines = lines[first:first + chance.choice([20, 100, 300])]
    line_changes(chance, lines, ODD)
    data = "\n".join(lines)[:300_000].encode(chance.choice(["utf-8", "utf-8", "utf-8", "gb18030", "utf-16"]), "replace")
    return contents.flipped(chance, data) if data and chance.random() < 0.1 else data


def catalogue(chance: random.Random, text: str) -> bytes:
    """A catalogue's file, changed; mostly so that it is still YAML."""
    lines = text.split("\n")
    line_changes(chance, lines, YAML_ODD)
    if chance.random() < 0.3:
        place = chance.randrange(len(lines))
        lines[place] = chance.choice([" ", "    ", "\t"]) + lines[place]
    data = "\n".join(lines)[:300_000].encode("utf-8", "replace")
    return contents.flipped(chance, data) if chance.random() < 0.1 else data
