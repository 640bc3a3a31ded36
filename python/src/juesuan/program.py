"""Where the program is, and what it is given to run with."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from .errors import ProgramNotFoundError, error_from_stderr

VARIABLE = "JUESUAN_PROGRAM"
"""The environment variable that names another program."""

OCR_VARIABLE = "JUESUAN_OCR"
"""The environment variable that tells the program where its OCR helper is."""

BUNDLED = Path(__file__).parent / "_program" / "bin" / "juesuan"
"""Where a wheel has it."""

_NAME = "juesuan"
_HEAD = 4096


def find() -> str:
    """The program: what ``JUESUAN_PROGRAM`` names, else the wheel's, else the one on ``PATH``."""
    if asked := os.environ.get(VARIABLE):
        if _is_program(asked):
            return asked
        raise _missing(f"{VARIABLE} names {asked}, which is no program that can be run")
    if _is_program(BUNDLED):
        return str(BUNDLED)
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        candidate = Path(folder or ".") / _NAME
        if _is_program(candidate):
            return str(candidate)
    raise _missing("the program juesuan is neither in this package nor on PATH")


def version() -> str:
    """What ``juesuan --version`` says, such as ``juesuan 0.1.0``."""
    return run("--version").decode().strip()


def run(*arguments: str, path: str | None = None) -> bytes:
    """What the program writes to stdout; raises its error. ``path`` is the document it is about."""
    program = find()
    try:
        done = subprocess.run(
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(),
            check=False,
        )
    except OSError as error:
        raise unable(program, str(error)) from None
    if done.returncode != 0:
        raise error_from_stderr(done.stderr.decode(errors="replace"), done.returncode, path)
    return done.stdout


def environment() -> dict[str, str]:
    """The program's environment: it is told of an OCR helper that pip installed beside us."""
    variables = dict(os.environ)
    helper = Path(sysconfig.get_path("scripts")) / "juesuan-ocr"
    if OCR_VARIABLE not in variables and os.access(helper, os.X_OK):
        variables[OCR_VARIABLE] = str(helper)
    return variables


def unable(program: str, reason: str) -> ProgramNotFoundError:
    """It is there, but does not run."""
    return _missing(f"{program} does not run: {reason}")


def _missing(reason: str) -> ProgramNotFoundError:
    advice = (
        f"install a wheel of juesuan that has it ({sys.executable} -m pip install juesuan), "
        f"or let {VARIABLE} name it"
    )
    return ProgramNotFoundError(f"{reason}; {advice}", code="no-program", exit=3)


def _is_program(path: str | Path) -> bool:
    """Whether it can be run, and is not the script that would only run us again."""
    if not (Path(path).is_file() and os.access(path, os.X_OK)):
        return False
    try:
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        # what may be run need not be readable
        return True
    return not (head.startswith(b"#!") and b"juesuan.__main__" in head)
