"""Writes the man page from what the program says of itself, and docs/errors.md of its exit codes.

    manual.py PROGRAM > juesuan.1
"""
from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from product import ROOT, main, moment, run, version

ENVIRONMENT = {
    "JUESUAN_OCR": "The program that reads scanned pages; empty for none.",
    "NO_COLOR": "Set: no colours on the terminal.",
    "TMPDIR": "Where temporary files are written; /tmp where it is not set.",
    "USER": "Who corrects and confirms in the review.",
    "HOME": "Below it doctor looks for fonts.",
}

Command = dict[str, Any]


def escaped(text: str) -> str:
    """For roff: a line's first point or apostrophe would be a request."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"(?m)^([.'])", r"\\&\1", plain)


def paragraphs(text: str) -> list[str]:
    """Prose flows; what is indented, examples, stays as it stands."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        head, *rest = block.split("\n")
        if rest and all(line.startswith("  ") for line in rest):
            shown = [escaped(line[2:]) for line in rest]
            lines += [".PP", escaped(head), ".PP", ".EX", *shown, ".EE"]
        else:
            lines += [".PP", escaped(block)]
    return lines


def spelled(argument: dict[str, Any]) -> str:
    """`-o`, `--output` with what follows them; a positional argument by its name."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR" + ("..." if argument["isRepeating"] else "")
    words = []
    for name in argument["names"]:
        dashes = "-" if name["kind"] == "short" else "--"
        words.append(f"\\fB{escaped(dashes + name['name'])}\\fR")
    text = ", ".join(words)
    return text if argument["kind"] == "flag" else f"{text} \\fI{escaped(value)}\\fR"


def shown(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item for item in items if item.get("shouldDisplay")]


def arguments(command: Command) -> list[str]:
    lines: list[str] = []
    common = {"version", "help"}
    for argument in shown(command.get("arguments", [])):
        names = {name["name"] for name in argument.get("names", [])}
        if names & common:
            continue
        lines += [".TP", spelled(argument), escaped(argument.get("abstract", ""))]
        if "defaultValue" in argument and argument["kind"] == "option":
            lines.append(f"Default: {escaped(argument['defaultValue'])}.")
    return lines


def subcommands(command: Command, above: str) -> list[str]:
    """Each with its section, and those below it."""
    lines: list[str] = []
    for each in shown(command.get("subcommands", [])):
        if each["commandName"] == "help":
            continue
        name = f"{above} {each['commandName']}"
        lines += [f".SS {escaped(name)}", escaped(each.get("abstract", ""))]
        lines += paragraphs(each["discussion"]) if "discussion" in each else []
        lines += arguments(each) + subcommands(each, name)
    return lines


def exit_codes() -> list[str]:
    table = (ROOT / "docs/errors.md").read_text()
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", table, re.MULTILINE)
    lines: list[str] = []
    for code, meaning in rows:
        lines += [".TP", f".B {code}", escaped(meaning.replace("`", ""))]
    return lines


def page(program: Path) -> str:
    command = json.loads(run(program, "--experimental-dump-help"))["command"]
    day = time.strftime("%Y-%m-%d", time.gmtime(moment()))
    head = f'.TH JUESUAN 1 "{day}" "juesuan {version(program)}" "User Commands"'
    abstract = command["abstract"].rstrip(".")
    lines = [head, ".SH NAME", f"juesuan \\- {escaped(abstract)}"]
    lines += [".SH SYNOPSIS", "\\fBjuesuan\\fR \\fIcommand\\fR [\\fIoptions\\fR] [\\fIfiles\\fR]"]
    lines += [".SH DESCRIPTION", *paragraphs(command.get("discussion", abstract))]
    lines += [".SH COMMANDS", *subcommands(command, "juesuan")]
    lines += [".SH ENVIRONMENT"]
    for name, meaning in ENVIRONMENT.items():
        lines += [".TP", f".B {name}", escaped(meaning)]
    lines += [".SH EXIT STATUS", *exit_codes()]
    return "\n".join(lines) + "\n"


def work() -> None:
    sys.stdout.write(page(Path(sys.argv[1])))


if __name__ == "__main__":
    main(work)
