"""Mutated HTTP requests to the review's own server, on this machine alone: each is answered or refused, and it goes on."""
import json
import random
import shutil
import signal
import socket
import subprocess
import urllib.parse
from pathlib import Path

import contents
import hostile_numbers as numbers
from judge import Judge

# a batch's
COUNT = 60
# seconds until a request is answered, or given up by the server
LIMIT = 20
# seconds until the server stands, and until it ends
PATIENCE = 60
DOCUMENT = Path(__file__).resolve().parents[2] / "Tests/PDFSourceTests/Fixtures/rulings.pdf"
STATUSES = {200, 400, 403, 404, 405, 409, 411, 413, 415, 421, 422, 431, 503}
METHODS = ["GET", "POST", "HEAD", "PUT", "get", "G" * 5000, "GE\0T", ""]
PARTS = ["..", "%2e%2e", "", "%00", "a%00b", "%", "%ff", "0", "-1", "9" * 400, "1e9", "api", "pages", "x' OR '1'='1", "é", "a" * 9000]
HEADERS = [b"Content-Length: -1", b"Content-Length: 99999999999999999999", b"Content-Length: 5", b"Transfer-Encoding: chunked",
           b"Host: evil.example", b"Origin: null", b"Expect: 100-continue", b"A: " + b"b" * 20_000, b": x", b"no colon", b" folded: 1",
           b"Connection: close", b"Content-Type: text/plain", b"Sec-Fetch-Site: cross-site", b"X: \xff\x00"]


def base(chance: random.Random, document: str) -> tuple[str, str, object]:
    """A request that the page makes: method, path and body."""
    place = f"/api/documents/{document}"
    cell = {"table": "t01", "row": chance.randrange(4), "column": chance.randrange(4), "seen": 0}
    change = {"kind": chance.choice(["cell", "confirm", "merge-rows", "split-row", "title", "unit", "x"]), "table": "t01",
              "row": 0, "column": 0, "first": 0, "last": 1, "text": "1.00", "reason": "r", "seen": 0}
    return chance.choice([
        ("GET", "/", None), ("GET", "/assets/review.js", None), ("GET", "/api/about", None), ("GET", "/api/documents", None),
        ("GET", "/api/documents?search=a+b&year=2024&offset=0&limit=50&state=open", None), ("GET", place, None),
        ("GET", place + "/pages/1?scale=1", None), ("GET", "/api/samples/1", None), ("POST", place + "/corrections", change),
        ("POST", place + "/corrections", {"corrections": [change, cell]}), ("POST", place + "/corrections", cell),
    ])


def changed(chance: random.Random, host: str, document: str) -> bytes:
    method, path, body = base(chance, document)
    headers = [f"Host: {host}".encode()]
    if chance.random() < 0.2:
        method = chance.choice(METHODS)
    if chance.random() < 0.4:
        parts = path.split("/")
        parts[chance.randrange(len(parts))] = chance.choice(PARTS)
        path = "/".join(parts)
    if chance.random() < 0.2:
        path = numbers.edit(chance, path.encode(), 2).decode(errors="replace")
    data = b""
    if body is not None:
        data = json.dumps(body).encode()
        way = chance.randrange(5)
        if way < 2:
            data = numbers.edit(chance, data, 3)
        elif way == 2:
            data = contents.changed(chance, data)
        elif way == 3:
            data = chance.choice([b"", b"[" * 60_000, b'{"a":' * 10_000, b"null", b"\xff" * 50, data * 3, b" " * 200_000])
        headers += [b"Content-Type: application/json", b"Content-Length: %d" % len(data)]
    for _ in range(chance.choice([0, 0, 1, 2])):
        headers.insert(chance.randrange(len(headers) + 1), chance.choice(HEADERS))
    line = f"{method} {path} HTTP/1.1".encode(errors="replace")
    request = b"\r\n".join([line, *headers]) + b"\r\n\r\n" + data
    return contents.changed(chance, request) if chance.random() < 0.2 else request


def answer(port: int, request: bytes) -> bytes:
    """What the server says; nothing where it ends the connection without a word."""
    with socket.create_connection(("127.0.0.1", port), timeout=LIMIT) as connection:
        said = b""
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(1 << 16):
                said += part
        except (ConnectionResetError, BrokenPipeError):
            pass
        return said


def fault(said: bytes) -> str | None:
    """What is wrong with an answer."""
    if not said.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n"):
        return None
    # the request may have asked whether it may go on
    head, _, body = said.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n").partition(b"\r\n\r\n")
    words = head.split(b" ", 2)
    if len(words) < 2 or words[0] != b"HTTP/1.1" or not words[1].isdigit() or int(words[1]) not in STATUSES:
        return head[:60].decode(errors="replace")
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), None)
    return None if length is None or len(body) >= length else f"{len(body)} of {length} bytes"


def try_requests(judge: Judge, folder: Path, chance: random.Random) -> None:
    folder.mkdir()
    shutil.copy(DOCUMENT, folder / "a.pdf")
    output = folder / "out"
    subprocess.run([judge.program, "extract", str(folder / "a.pdf"), "--output", str(output), "--quiet", "--ocr", "off"], check=False)
    document = json.loads((output / "a" / "document.json").read_text())["source"]["sha256"]
    requests = []
    with subprocess.Popen([judge.program, "review", str(output), "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as process:
        try:
            assert process.stdout
            host = urllib.parse.urlsplit(process.stdout.readline().strip()).netloc
            port = int(host.rsplit(":", 1)[1])
            for _ in range(COUNT):
                requests.append(changed(chance, host, document))
                one(judge, port, requests)
            alive = answer(port, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            if not alive.startswith(b"HTTP/1.1 200 "):
                judge.report.fault("unaccounted", f"the server's page after {COUNT} requests; {kept(judge, requests)}")
        except (OSError, ValueError, IndexError) as error:
            judge.report.fault("own traps", f"the server does not answer: {error}; {kept(judge, requests)}")
        ended(judge, process, requests)


def one(judge: Judge, port: int, requests: list[bytes]) -> None:
    judge.report.count("inputs: HTTP requests")
    try:
        if wrong := fault(answer(port, requests[-1])):
            judge.report.fault("invalid", f"an answer to HTTP: {wrong}; {kept(judge, requests)}")
    except TimeoutError:
        judge.report.fault("hangs", f"no answer to HTTP in {LIMIT} s; {kept(judge, requests)}")


def ended(judge: Judge, process: subprocess.Popen[str], requests: list[bytes]) -> None:
    """It is asked to end as a person does; whoever did so before was a trap."""
    if process.poll() is not None:
        judge.report.fault("own traps", f"the server ended, {process.returncode}; {kept(judge, requests)}")
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        judge.report.fault("hangs", f"the server does not end; {kept(judge, requests)}")


def kept(judge: Judge, requests: list[bytes]) -> str:
    """All of them, in their order: one may have prepared another."""
    judge.kept.mkdir(parents=True, exist_ok=True)
    path = judge.kept / f"http-{len(judge.report.notes)}"
    path.write_bytes(b"\n=====\n".join(requests))
    return str(path)
