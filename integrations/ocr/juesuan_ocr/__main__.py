"""The loop: a request a line on standard input, a reply a line on standard output."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from typing import Protocol, TextIO

try:
    from . import PROTOCOL, picture, reply
except ImportError as missing:
    print(f"juesuan_ocr: the packages of requirements.txt are not installed: {missing}",
          file=sys.stderr)
    sys.exit(3)


class Engine(Protocol):
    """What reads a page: see `rapid.py` and `tesseract.py`."""

    name: str

    def read(self, page: picture.Page) -> tuple: ...


def main() -> int:
    """Runs until standard input ends. Exit status 3: the engine is not installed."""
    parser = argparse.ArgumentParser(prog="juesuan_ocr", description=__doc__)
    parser.add_argument("--engine", choices=("rapidocr", "tesseract"), default="rapidocr")
    parser.add_argument("--threads", type=int, default=2, metavar="N")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    out = _own_output()
    try:
        engine = _engine(arguments.engine, max(1, arguments.threads))
    except (ImportError, FileNotFoundError) as error:
        print(f"juesuan_ocr: {arguments.engine} is not installed: {error}", file=sys.stderr)
        return 3
    _say(out, {"ready": PROTOCOL, "engine": engine.name})
    for line in sys.stdin:
        if line.strip():
            _say(out, answer(engine, line))
    return 0


def answer(engine: Engine, line: str) -> dict:
    """The reply to a request. Whatever goes wrong with a page, the next one is to be read."""
    name = None
    try:
        request = json.loads(line)
        if not isinstance(request, dict):
            return {"id": None, "error": "the request is not a JSON object"}
        name = request.get("id")
        path, dpi = request.get("image"), request.get("dpi", 200)
        if not isinstance(path, str):
            return {"id": name, "error": "the request names no image"}
        if not isinstance(dpi, (int, float)) or not 50 <= dpi <= 1200:
            return {"id": name, "error": "dpi is not a number from 50 to 1200"}
        page = picture.load(path, float(dpi))
        return reply.reply(name, page, *engine.read(page))
    except json.JSONDecodeError:
        return {"id": None, "error": "the request is not JSON"}
    except picture.Unreadable as error:
        return {"id": name, "error": str(error)}
    except Exception as error:
        return {"id": name, "error": f"the page could not be read: {type(error).__name__}: {error}"}


def _engine(name: str, threads: int) -> Engine:
    if name == "tesseract":
        from .tesseract import Tesseract
        return Tesseract(threads)
    from .rapid import Rapid
    return Rapid(threads)


def _own_output() -> TextIO:
    """Standard output for replies alone: what libraries print goes to standard error."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out


def _say(out: TextIO, reply: dict) -> None:
    out.write(json.dumps(reply, ensure_ascii=False, separators=(",", ":")) + "\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
