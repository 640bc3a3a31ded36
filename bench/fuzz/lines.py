"""Mutated requests to a worker: what is no request is passed over, what is one is answered, nothing else is touched."""
import json
import random
from pathlib import Path

import contents
import program as runs
from judge import Judge
from program import Session

# a session's
LINES = 30
FRAMES = 10
DOCUMENT = Path(__file__).resolve().parents[2] / "Tests/PDFSourceTests/Fixtures/text.pdf"
LAST = 999_999
FOLDERS = ["../x", "..", ".", "", "a/b", "/tmp/x", "a\0b", "x" * 300, "\ufffd", "表", "~", "con", ".hidden", "a\nb", " ", "manifest.jsonl"]
VALUES: list[object] = [0, -1, 1 << 31, 1 << 63, 1 << 64, 10 ** 400, 1.5, True, None, "", "1", [], {}, [1], {"id": 1}, "\0", "\ud800"]
PATHS = ["/dev/null", "/dev/zero", "/dev/stdin", "/", ".", "", "/proc/self/mem", "/proc/self/fd/0", "a\0b", "x" * 5000, "/nowhere.pdf",
         "nowhere.txt", "/etc/hostname"]


def changed(chance: random.Random, request: dict[str, object]) -> bytes:
    """One line, which mostly still is JSON."""
    way = chance.randrange(6)
    if way == 0:
        request["folder"] = chance.choice(FOLDERS)
    elif way == 1:
        request["path"] = chance.choice(PATHS)
    elif way == 2:
        request[chance.choice([*request, "owned", "password", "other"])] = chance.choice(VALUES)
    elif way == 3:
        del request[chance.choice(list(request))]
    data = json.dumps(request).encode()
    if way == 4:
        data = contents.changed(chance, data).replace(b"\n", b" ")
    elif way == 5:
        data = chance.choice([b"[" * 10_000, b'{"a":' * 10_000, b"x" * 200_000, data * 3, b"\xff\xfe" + data, b"", b"{}", b"null",
                              data[:-1] + b',"id":5}'])
    return data


def try_lines(judge: Judge, folder: Path, chance: random.Random) -> None:
    """Requests by path; the last of them is right, and must be answered."""
    folder.mkdir()
    requests = [changed(chance, {"id": n, "path": str(DOCUMENT), "folder": f"f{n}"}) for n in range(LINES)]
    last = json.dumps({"id": LAST, "path": str(DOCUMENT), "folder": "last"}).encode()
    data = b"\n".join([*requests, last]) + b"\n"
    judge.report.count("inputs: worker lines", LINES)
    session = runs.run_worker(judge.program, data, folder, "--output", "out")
    replies = looked_at(judge, session, data)
    if session.status == 0 and sum(reply.get("id") == LAST for reply in replies) != 1:
        judge.report.fault("unaccounted", f"a worker's last request; {kept(judge, data)}")
    strangers = [entry.name for entry in folder.iterdir() if entry.name != "out"]
    strangers += [entry.name for entry in folder.parent.iterdir() if entry.name not in ("in", "out", "lines", "messages")]
    if strangers:
        judge.report.fault("unaccounted", f"a worker wrote {strangers}; {kept(judge, data)}")


def try_frames(judge: Judge, folder: Path, chance: random.Random) -> None:
    """Requests by bytes, for --rows: after one that is none the worker ends."""
    folder.mkdir()
    document = DOCUMENT.read_bytes()
    data = b""
    for number in range(FRAMES):
        request: dict[str, object] = {"id": number, "name": "a.pdf", "bytes": len(document)}
        header = changed(chance, request) if chance.random() < 0.2 else json.dumps(request).encode()
        body = contents.changed(chance, document) if chance.random() < 0.1 else document
        data += header + b"\n" + body
    judge.report.count("inputs: worker frames", FRAMES)
    looked_at(judge, runs.run_worker(judge.program, data, folder, "--rows"), data)
    if any(folder.iterdir()):
        judge.report.fault("unaccounted", f"a worker with --rows wrote files; {kept(judge, data)}")


def looked_at(judge: Judge, session: Session, data: bytes) -> list[dict[str, object]]:
    """The replies of a worker that ended as it should."""
    def keep() -> str:
        return kept(judge, data)

    if session.status is None:
        judge.report.fault("hangs", f"a worker; {keep()}")
    elif session.status < 0:
        judge.report.fault("own traps", f"a worker, signal {-session.status}; {keep()}")
    elif session.status != 0:
        judge.report.fault("undocumented exits", f"a worker, {session.status}; {keep()}")
    replies: list[dict[str, object]] = []
    for line in session.replies:
        try:
            replies.append(dict(json.loads(line)))
        except ValueError:
            judge.report.fault("invalid", f"a worker's reply, {line[:80]!r}; {keep()}")
    return replies


def kept(judge: Judge, data: bytes) -> str:
    judge.kept.mkdir(parents=True, exist_ok=True)
    path = judge.kept / f"requests-{len(judge.report.notes)}"
    path.write_bytes(data)
    return str(path)
