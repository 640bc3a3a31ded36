#!/usr/bin/env python3
"""Stands in for juesuan: answers, crashes, hangs or floods as the document says."""
import json
import os
import sys
import time

if "--describe" in sys.argv:
    print(json.dumps({"extractor": "fake 1", "tables": []}))
    sys.exit()
if os.environ.get("FAKE") == "broken":
    sys.exit("a library is missing")
stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
while line := stdin.readline():
    request = json.loads(line)
    content = stdin.read(request["bytes"])
    if content == b"crash":
        os.abort()
    if content == b"exit":
        sys.exit("that was too much")
    if content.startswith(b"once "):
        marker = content[5:].decode()
        if not os.path.exists(marker):
            open(marker, "w").close()
            os.abort()
    if content == b"hang":
        time.sleep(600)
    if content == b"slow":
        for _ in range(3):
            time.sleep(0.6)
            stdout.write(b'{"id": %d, "progress": true}\n' % request["id"])
            stdout.flush()
    if content == b"last":
        reply = {"id": request["id"], "last": True, "status": "failed", "process": os.getpid()}
        stdout.write(json.dumps(reply).encode() + b"\n")
        stdout.flush()
        sys.exit(0)
    if content == b"nonsense":
        stdout.write(b"hello\n")
        stdout.flush()
        continue
    reply = {"id": request["id"], "status": "done", "folder": request["name"], "length": len(content),
             "process": os.getpid()}
    stdout.write(json.dumps(reply).encode() + b"\n")
    stdout.flush()
