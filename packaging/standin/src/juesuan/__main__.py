"""Becomes the program that this package carries."""
import os
import sys
from pathlib import Path
from typing import NoReturn

PROGRAM = Path(__file__).with_name("_program") / "bin/juesuan"


def main() -> NoReturn:
    os.execv(PROGRAM, [str(PROGRAM), *sys.argv[1:]])


if __name__ == "__main__":
    main()
