#!/usr/bin/env python3
"""Writes the manual page juesuan(1) from what the program says of itself: manual.py BINARY > juesuan.1

Commands, options and environment are those of --experimental-dump-help, exit codes those of docs/errors.md.
SOURCE_DATE_EPOCH is the page's date; without it the page has none, so that two runs give the same bytes.
"""
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ERRORS = Path(__file__).parent.parent / "docs" / "errors.md"
# what a paragraph of a command's discussion may be headed by
HEADING = re.compile(r"([A-Z][A-Z ]+):\s*")


def text(words):
    """Words as roff takes them, no line of them a request."""
    escaped = words.replace("\\", "\\e").replace("--", "\\-\\-")
    return re.sub(r"^([.'])", r"\\&\1", escaped, flags=re.MULTILINE)


def code(words):
    """What is typed: a hyphen is a minus."""
    return re.sub(r"^([.'])", r"\\&\1", words.replace("\\", "\\e").replace("-", "\\-"), flags=re.MULTILINE)


def option(argument):
    names = sorted(argument.get("names", []), key=lambda name: name["kind"] != "short")
    written = [f"\\fB{code(('-' if name['kind'] == 'short' else '--') + name['name'])}\\fR" for name in names]
    value = f" \\fI{code(argument['valueName'])}\\fR" if argument["kind"] == "option" else ""
    return ", ".join(written) + value


def about(argument):
    words = argument.get("abstract", "")
    extra = []
    if argument.get("allValues"):
        extra.append("values: " + ", ".join(argument["allValues"]))
    if argument.get("defaultValue"):
        extra.append("default: " + argument["defaultValue"])
    return text(words + (f" ({'; '.join(extra)})" if extra else ""))


def shown(arguments, kinds):
    return [argument for argument in arguments if argument["shouldDisplay"] and argument["kind"] in kinds]


def listed(arguments):
    """Options by the sections of the help, those of none last."""
    sections = {}
    for argument in shown(arguments, ("option", "flag")):
        if argument["valueName"] not in ("version", "help"):
            sections.setdefault(argument.get("sectionTitle", ""), []).append(argument)
    for title in sorted(sections, key=lambda title: not title):
        if title:
            yield f".PP\n\\fI{text(title)}\\fR"
        for argument in sections[title]:
            yield f".TP\n{option(argument)}\n{about(argument)}"


def synopsis(command):
    positionals = []
    for argument in shown(command["arguments"], ("positional",)):
        name = f"\\fI{code(argument['valueName'])}\\fR" + (" ..." if argument["isRepeating"] else "")
        positionals.append(f"[{name}]" if argument["isOptional"] else name)
    words = command.get("superCommands", []) + [command["commandName"]]
    return " ".join([f"\\fB{' '.join(words)}\\fR", "[\\fIoptions\\fR]"] + positionals)


def paragraphs(discussion):
    """Each with its heading, "" for plain words."""
    for part in (discussion or "").split("\n\n"):
        found = HEADING.match(part)
        yield (found.group(1), part[found.end():]) if found else ("", part)


def verbatim(lines):
    return ".PP\n.RS 4\n.nf\n" + code("\n".join(line.strip() for line in lines.splitlines())) + "\n.fi\n.RE"


def chapter(command):
    yield f".SS {' '.join(command.get('superCommands', [])[1:] + [command['commandName']])}"
    children = [child for child in command.get("subcommands", []) if child["shouldDisplay"]]
    yield text(command["abstract"])
    if not children:
        yield f".PP\n{synopsis(command)}"
    for heading, words in paragraphs(command.get("discussion")):
        if heading == "EXAMPLES":
            yield verbatim(words)
        else:
            yield ".PP\n" + text((heading.capitalize() + ": " if heading else "") + words)
    if not children:
        for argument in shown(command["arguments"], ("positional",)):
            yield f".TP\n\\fI{code(argument['valueName'])}\\fR\n{about(argument)}"
        yield from listed(command["arguments"])
    for child in children:
        yield from chapter(child)


def exit_codes():
    for number, meaning in re.findall(r"^\| (\d+) \| (.+) \|$", ERRORS.read_text(encoding="utf-8"), re.MULTILINE):
        yield f".TP\n\\fB{number}\\fR\n{text(meaning.replace('`', ''))}"


def parts(program, version):
    headed = {}
    for heading, words in paragraphs(program["discussion"]):
        headed.setdefault(heading, []).append(words)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    date = time.strftime("%Y-%m-%d", time.gmtime(int(epoch))) if epoch else ""
    yield f'.TH JUESUAN 1 "{date}" "{version}" "User Commands"'
    yield ".nh\n.ad l"
    yield f".SH NAME\njuesuan \\- {text(program['abstract'][0].lower() + program['abstract'][1:].rstrip('.'))}"
    yield ".SH SYNOPSIS\n\\fBjuesuan\\fR \\fIcommand\\fR [\\fIoptions\\fR] \\fIargument\\fR ..."
    yield ".br\n\\fBjuesuan\\fR \\fB\\-\\-version\\fR | \\fB\\-\\-help\\fR | \\fBhelp\\fR \\fIcommand\\fR"
    yield ".SH DESCRIPTION"
    for words in headed.get("", []):
        yield ".PP\n" + text(words)
    yield ".SH COMMANDS"
    for command in program["subcommands"]:
        if command["shouldDisplay"] and command["commandName"] != "help":
            yield from chapter(command)
    yield ".SH EXAMPLES\n" + verbatim(headed["EXAMPLES"][0])
    yield ".SH EXIT STATUS"
    yield from exit_codes()
    yield ".SH ENVIRONMENT"
    for line in headed["ENVIRONMENT"][0].splitlines():
        name, words = line.split(maxsplit=1)
        yield f".TP\n\\fB{code(name)}\\fR\n{text(words)}"
    yield ".SH COMPLETION\n" + verbatim(headed["COMPLETION"][0])


def page(binary):
    """The page of the program at this path."""
    said = subprocess.run([binary, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    version = subprocess.run([binary, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return "\n".join(parts(json.loads(said)["command"], version)) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page(sys.argv[1]))
