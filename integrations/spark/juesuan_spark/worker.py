"""A `juesuan worker --rows` process: bytes in, rows out, within limits. Knows nothing of Spark."""
from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType


@dataclass(frozen=True)
class Limits:
    """What a document may take."""

    timeout: int = 60
    """Seconds; begins again with each page that OCR reads."""
    memory: int = 1024
    """MiB; 0 for no limit."""
    size: int = 256
    """MiB of its file. A batch of Arrow holds a few of them and must stay below 2 GiB."""


class WorkerMissing(RuntimeError):
    """This machine cannot run the program: no document's fault."""


class WorkerGone(Exception):
    """The process ended without an answer."""


def describe(program: str) -> dict:
    """The dataset's tables, as the program defines them."""
    try:
        told = subprocess.run([program, "worker", "--describe"], capture_output=True, check=False)
    except OSError as error:
        raise WorkerMissing(missing(program, str(error))) from None
    if told.returncode != 0:
        raise WorkerMissing(missing(program, told.stderr.decode(errors="replace")))
    return json.loads(told.stdout)


def missing(program: str, reason: str) -> str:
    return (f"{program} does not run on {socket.gethostname()}: {reason.strip() or 'no reason'}; "
            "see \"Bringing the program to the executors\" in integrations/spark/README.md")


class Process:
    """One worker process."""

    def __init__(self, program: str, options: Sequence[str], limits: Limits) -> None:
        self.limits = limits
        self.asked = 0
        self._timed_out = False
        self.is_last = False
        # a file without a name: nothing is left of it
        self._stderr = tempfile.TemporaryFile()
        # its own limit is for when this process is gone and cannot end it
        arguments = [program, "worker", "--rows", f"--memory-limit={limits.memory}",
                     f"--size-limit={limits.size}", f"--timeout={limits.timeout + 5}", *options]
        try:
            self._process = subprocess.Popen(
                arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr,
                bufsize=0)
        except OSError as error:
            self._stderr.close()
            raise WorkerMissing(missing(program, str(error))) from None
        self._answers = open(os.dup(self._process.stdout.fileno()), "rb", buffering=1 << 20)
        try:
            self.ask("empty.pdf", b"")
        except WorkerGone:
            reason = self.last_words()
            self.close()
            raise WorkerMissing(missing(program, reason)) from None

    @property
    def timed_out(self) -> bool:
        return self._timed_out

    def ask(self, name: str, content: bytes | memoryview) -> bytes:
        """The reply to a document, a line of JSON; raises WorkerGone where there is none."""
        self.asked += 1
        head = {"id": self.asked, "name": name, "bytes": len(content)}
        mark = b'{"id": %d, ' % self.asked
        timer = self._start_timer()
        try:
            self._send(json.dumps(head).encode() + b"\n")
            self._send(content)
            while True:
                line = self._answers.readline()
                if not line.endswith(b"\n") or not line.startswith(mark):
                    raise WorkerGone
                if not line.startswith(b'"progress"', len(mark)):
                    # it ends now: a document has broken what all its documents share, or took all its memory
                    self.is_last = line.startswith(b'"last"', len(mark))
                    return line
                timer.cancel()
                timer = self._start_timer()
        except OSError:
            raise WorkerGone from None
        finally:
            timer.cancel()

    def _send(self, content: bytes | memoryview) -> None:
        rest = memoryview(content)
        while rest:
            rest = rest[self._process.stdin.write(rest):]

    def _start_timer(self) -> threading.Timer:
        timer = threading.Timer(self.limits.timeout, self._give_up)
        timer.daemon = True
        timer.start()
        return timer

    def _give_up(self) -> None:
        self._timed_out = True
        self._process.kill()

    def last_words(self) -> str:
        """How it ended, and what it said last."""
        self._process.kill() if self._process.poll() is None and self._timed_out else None
        try:
            status = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return "it does not answer as a worker does"
        how = f"signal {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"
        self._stderr.seek(max(0, self._stderr.seek(0, os.SEEK_END) - 2000))
        said = self._stderr.read().decode(errors="replace").strip().splitlines()
        return f"{how}: {said[-1]}" if said else how

    def close(self) -> None:
        """Ends it, at once; it holds nothing that would be lost."""
        self._process.kill()
        self._process.wait()
        self._answers.close()
        self._process.stdin.close()
        self._process.stdout.close()
        self._stderr.close()


class Extractor:
    """Answers for each document whatever becomes of the process: a crash is tried once more, a process
    is replaced after some hundred documents, so that memory stays flat."""

    documents_per_process = 200

    def __init__(self, program: str, options: Sequence[str], limits: Limits) -> None:
        self._arguments = (program, tuple(options), limits)
        self._limits = limits
        self._process: Process | None = None

    def __enter__(self) -> Extractor:
        # a machine that cannot run it fails its task, not each of the task's documents
        self._ready()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._drop()

    def extract(self, name: str, content: bytes | memoryview) -> tuple[bytes, int]:
        """A reply as a line of JSON, and how often the document was tried."""
        if len(content) > self._limits.size << 20:
            return self._failed(name, "too-large", too_large(len(content), self._limits)), 0
        for attempt in (1, 2):
            process = self._ready()
            try:
                return process.ask(name, content), attempt
            except WorkerGone:
                how, timed_out = process.last_words(), process.timed_out
                self._drop()
            if timed_out:
                message = (f"took longer than {self._limits.timeout} s and was given up; try it "
                           "alone with a larger --timeout")
                return self._failed(name, "timeout", message), attempt
        message = f"crashed its worker twice ({how}); please report it"
        return self._failed(name, "crashed", message), 2

    def _ready(self) -> Process:
        if self._process and (self._process.asked > self.documents_per_process
                              or self._process.timed_out or self._process.is_last):
            self._drop()
        if self._process is None:
            self._process = Process(*self._arguments)
        return self._process

    def _drop(self) -> None:
        if self._process:
            self._process.close()
        self._process = None

    def _failed(self, name: str, code: str, message: str) -> bytes:
        # the folder of a name is the program's to say
        told = json.loads(self._ready().ask(name, b""))
        reply = {"id": 0, "status": "failed", "folder": told["folder"], "code": code,
                 "message": message}
        return json.dumps(reply).encode() + b"\n"


def too_large(size: int, limits: Limits) -> str:
    return f"has {size} bytes; at most {limits.size << 20} are taken (--size-limit)"
