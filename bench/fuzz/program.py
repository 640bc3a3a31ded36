"""Runs the program: a batch, one document alone, one request to a worker."""
import json
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# seconds a document; the batch's own limit
TIMEOUT = 10
# seconds without a document done after which a batch hangs: the limit of the worker, tried anew, and of the machine
SILENCE = 60
# seconds that one document alone, or a worker with a few requests, may take
ALONE = 120
OPTIONS = ["--ocr", "off"]
Line = dict[str, Any]


def read_manifest(output: Path) -> list[Line]:
    path = output / "manifest.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


@dataclass
class Batch:
    """What came of a batch; `status` is None where it hung and was ended."""
    status: int | None
    lines: list[Line]
    message: str


def run_batch(program: str, inputs: list[Path], output: Path) -> Batch:
    """All inputs in one batch, by a list on stdin."""
    command = [program, "extract", "-", "--output", str(output), "--jobs", "2", "--timeout", str(TIMEOUT),
               "--memory-limit", "1024", "--quiet", *OPTIONS]
    messages = output.parent / "messages"
    with messages.open("wb") as errors, subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors) as process:
        assert process.stdin
        process.stdin.write("".join(f"{path}\n" for path in inputs).encode())
        process.stdin.close()
        done, since = -1, time.monotonic()
        manifest = output / "manifest.jsonl"
        while process.poll() is None:
            size = manifest.stat().st_size if manifest.exists() else 0
            if size != done:
                done, since = size, time.monotonic()
            if time.monotonic() - since > SILENCE:
                process.kill()
                process.wait()
                return Batch(None, read_manifest(output), f"silent for {SILENCE} s")
            time.sleep(0.05)
        return Batch(process.returncode, read_manifest(output), messages.read_text(errors="replace")[-2000:])


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def run_alone(program: str, path: Path, output: Path) -> tuple[Line | None, dict[str, bytes], str]:
    """A document's line in the manifest and its files, of a run of its own; and what was wrong with the run."""
    try:
        result = subprocess.run([program, "extract", str(path), "--output", str(output), "--quiet", *OPTIONS],
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=ALONE, check=False)
    except subprocess.TimeoutExpired:
        return None, {}, f"no end in {ALONE} s"
    lines = read_manifest(output)
    folder = output / str(lines[0]["folder"]) if lines and lines[0]["folder"] else output / "none"
    return lines[0] if lines else None, files(folder), result.stderr.decode(errors="replace")[-500:]


@dataclass
class Session:
    """A worker from its start to its end; `status` is negative for a signal, None where it was ended."""
    status: int | None
    replies: list[bytes]


def run_worker(program: str, requests: bytes, folder: Path, *options: str, limit: float = ALONE) -> Session:
    command = [program, "worker", "--memory-limit", "1024", "--timeout", str(TIMEOUT), *OPTIONS, *options]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          start_new_session=True) as process:
        try:
            out, _ = process.communicate(requests, timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return Session(None, [])
        return Session(process.returncode, out.splitlines())


def request_for(path: Path) -> bytes:
    return json.dumps({"id": 1, "path": str(path), "folder": "one"}).encode() + b"\n"
