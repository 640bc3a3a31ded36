"""A ``juesuan worker`` process, as docs/worker.md describes it."""

from __future__ import annotations

import contextlib
import json
import math
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import program
from .errors import Error, InputError, error_from_stderr, error_of

DOCUMENTS_PER_WORKER = 200
"""A worker is replaced after so many, so that memory stays flat."""

_FOLDER = "document"
_CHUNK = 1 << 16
# seconds: the worker's own limit is for when this process is gone and cannot end it
_GRACE = 5
# seconds: what the program takes for a limit
_LONGEST = 604_800
# bytes of stderr that can hold its last words
_LAST_WORDS = 4000


@dataclass(frozen=True)
class Options:
    """What a worker is told when it starts, the same for all its documents."""

    pages: str | None = None
    ocr: str = "auto"
    ocr_engine: str | None = None
    ocr_threads: int | None = None
    catalogue: str | None = None
    repair_names: bool = False
    timeout: float | None = None
    memory_limit: int | None = None

    @property
    def arguments(self) -> list[str]:
        """As the command line has them."""
        own_limit = 0
        if self.timeout is not None:
            own_limit = min(_LONGEST, math.ceil(self.timeout) + _GRACE)
        words = [f"--timeout={own_limit}", f"--ocr={self.ocr}"]
        for name in ("pages", "ocr_engine", "ocr_threads", "catalogue", "memory_limit"):
            value = getattr(self, name)
            if value is not None:
                words.append(f"--{name.replace('_', '-')}={value}")
        if self.repair_names:
            words.append("--repair-names")
        return words


class WorkerGone(Exception):
    """The process ended without an answer."""


class Worker:
    """One process; for one thread at a time."""

    def __init__(self, path: str, options: Options) -> None:
        self.program = path
        self.options = options
        self._asked = 0
        self._has_answered = False
        self._is_last = False
        self._rest = b""
        self._output = tempfile.mkdtemp(prefix="juesuan-")
        # a file without a name: nothing is left of it
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            self._process = subprocess.Popen(
                [path, "worker", "--format=json", f"--output={self._output}", *options.arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                bufsize=0,
                env=program.environment(),
            )
        except OSError as error:
            self._stderr.close()
            shutil.rmtree(self._output, ignore_errors=True)
            raise program.unable(path, str(error)) from None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin = self._process.stdin
        self._answers = self._process.stdout
        self._poll = select.poll()
        self._poll.register(self._answers, select.POLLIN)

    @property
    def is_fresh(self) -> bool:
        """Whether it takes another document."""
        worn = self._is_last or self._asked >= DOCUMENTS_PER_WORKER
        return not worn and self._process.poll() is None

    def is_for(self, path: str, options: Options) -> bool:
        """Whether it is a process of this program with these options."""
        return self.program == path and self.options == options

    def read(self, path: str, password: str | None) -> bytes:
        """The ``document.json`` of a document; raises its error, or WorkerGone."""
        reply = self._ask(path, password)
        if reply["status"] == "failed":
            raise error_of(
                reply.get("code") or "failure", reply.get("message") or "", reply["exit"], path
            )
        folder = Path(self._output) / str(reply["folder"])
        document = (folder / "document.json").read_bytes()
        shutil.rmtree(folder, ignore_errors=True)
        return document

    def _ask(self, path: str, password: str | None) -> dict[str, Any]:
        self._asked += 1
        request = {"id": self._asked, "path": path, "folder": _FOLDER, "owned": True}
        if password is not None:
            request["password"] = password
        try:
            self._send(json.dumps(request, ensure_ascii=False).encode() + b"\n")
        except UnicodeEncodeError:
            raise InputError(
                "has a name that is not UTF-8; rename it, for GBK names with convmv -f gbk -t utf8",
                code="bad-name",
                exit=2,
                path=path,
            ) from None
        while True:
            try:
                reply: dict[str, Any] = json.loads(self._line(path))
                if reply["id"] != self._asked:
                    raise WorkerGone
                self._has_answered = True
            except (ValueError, LookupError, TypeError):
                raise WorkerGone from None
            if not reply.get("progress"):
                self._is_last = bool(reply.get("last"))
                return reply

    def _send(self, content: bytes) -> None:
        rest = memoryview(content)
        try:
            while rest:
                rest = rest[self._stdin.write(rest) :]
        except OSError:
            raise WorkerGone from None

    def _line(self, path: str) -> bytes:
        """The next line; each has as much time, since a scan tells of each page that is read."""
        limit = self.options.timeout
        deadline = None if limit is None else time.monotonic() + limit
        while b"\n" not in self._rest:
            left = None
            if deadline is not None:
                left = math.ceil(1000 * max(0.0, deadline - time.monotonic()))
            # reading alone is not interrupted by Ctrl-C once polars is imported
            if not self._poll.poll(left):
                message = f"took longer than {limit:g} s and was given up; give it more time"
                raise error_of("timeout", message, 1, path)
            chunk = os.read(self._answers.fileno(), _CHUNK)
            if not chunk:
                raise WorkerGone
            self._rest += chunk
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def last_words(self, path: str) -> Error:
        """How it ended, as an error of the document that it ended with."""
        try:
            status = self._process.wait(timeout=_GRACE)
        except subprocess.TimeoutExpired:
            return error_of("failure", "the program does not answer as a worker does", 1, path)
        self._stderr.seek(max(0, self._stderr.seek(0, os.SEEK_END) - _LAST_WORDS))
        said = self._stderr.read().decode(errors="replace")
        if status in (126, 127):
            return program.unable(self.program, said.strip() or f"exit status {status}")
        if status > 0 and said.strip() and not self._has_answered:
            # it did not come so far as to read: what it was started with is wrong
            return error_from_stderr(said, status)
        how = f"signal {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"
        return error_of("crashed", f"crashed its worker twice ({how}); please report it", 1, path)

    def end(self) -> None:
        """Ends the process, at once, and removes its folder; whoever waits for it sees that."""
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait()
        shutil.rmtree(self._output, ignore_errors=True)

    def close(self) -> None:
        """Ends it and lets go of it; it holds nothing that would be lost."""
        self.end()
        self._release()

    def forget(self) -> None:
        """Lets go of it without ending it: after a fork it is the parent's."""
        # else Python waits for what is no child of this process
        self._process.returncode = 0
        self._release()

    def _release(self) -> None:
        for file in (self._stdin, self._answers, self._stderr):
            with contextlib.suppress(OSError):
                file.close()
