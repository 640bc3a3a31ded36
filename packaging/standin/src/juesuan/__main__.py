"""Becomes the program that this package carries."""
import os
import sys
import sysconfig
from pathlib import Path
from typing import NoReturn

PROGRAM = Path(__file__).with_name("_program") / "bin/juesuan"


def main() -> NoReturn:
    helper = Path(sysconfig.get_path("scripts")) / "juesuan-ocr"
    if helper.exists():
        os.environ.setdefault("JUESUAN_OCR", str(helper))
    os.execv(PROGRAM, [str(PROGRAM), *sys.argv[1:]])


if __name__ == "__main__":
    main()
