#!/usr/bin/env python3
"""Speaks as `juesuan worker` does, and does with a document what its name says."""

import json
import os
import signal
import sys
import time
from pathlib import Path

output = next(word for word in sys.argv if word.startswith("--output="))[9:]
log = Path(__file__).with_name("log")
with log.open("a") as lines:
    lines.write(f"start {os.getpid()} {' '.join(sys.argv[1:])}\n")


def answer(**facts: object) -> None:
    print(json.dumps({"id": request["id"], **facts}), flush=True)


for line in sys.stdin:
    request = json.loads(line)
    name = Path(request["path"]).stem
    with log.open("a") as lines:
        lines.write(f"read {os.getpid()} {name}\n")
    if name == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "crash-once" and log.read_text().count(" crash-once\n") == 1:
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "hang":
        time.sleep(60)
    if name == "scan":
        # four pages, together longer than the limit
        for _ in range(4):
            time.sleep(1)
            answer(progress=True)
    if name == "nonsense":
        print("no reply", flush=True)
        sys.exit(0)
    if name == "disk-full":
        answer(status="failed", exit=4, code="disk-full", message="no room", last=False)
        continue
    folder = Path(output) / request["folder"]
    folder.mkdir()
    parts = ("pages", "tables", "records", "checks", "findings", "warnings", "paragraphs")
    document: dict[str, object] = {part: [] for part in parts}
    document |= {"format": "juesuan-document/2", "organisation": None, "year": None}
    document |= {"source": {"file": name, "sha256": "", "pages": 1}, "kind": "unknown"}
    (folder / "document.json").write_text(json.dumps(document))
    answer(status="done", exit=0, folder=request["folder"], last=name == "last")
