"""The command ``juesuan``: the program itself, with the same arguments."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from . import program
from .errors import ProgramNotFoundError


def main() -> NoReturn:
    """Becomes the program."""
    try:
        path = program.find()
        try:
            os.execve(path, [path, *sys.argv[1:]], program.environment())
        except OSError as error:
            raise program.unable(path, str(error)) from None
    except ProgramNotFoundError as error:
        sys.stderr.write(f"juesuan: error: [{error.code}] {error.message}\n")
        sys.exit(error.exit)


if __name__ == "__main__":
    main()
