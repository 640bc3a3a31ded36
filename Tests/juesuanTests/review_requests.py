"""Requests that no page of the review would make, and what becomes of them.

review_requests.py PROGRAM FOLDER. Says "all done" at the end.
"""
import http.client
import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

program, folder = sys.argv[1:3]
process = subprocess.Popen([program, "review", folder, "--port", "0"], stdout=subprocess.PIPE, text=True)
try:
    host = urlsplit(process.stdout.readline().strip()).netloc
    port = int(host.split(":")[1])

    def ask(method, path, body=None, headers=None):
        """Status, headers and content."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        sent = {"Host": host, **(headers or {})}
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            connection.putheader(name, value)
        data = body.encode() if isinstance(body, str) else body
        if data is not None:
            connection.putheader("Content-Length", str(len(data)))
        connection.endheaders(data)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    def expect(status, *request, **more):
        found = ask(*request, **more)
        assert found[0] == status, (request, found[0], found[2][:200])
        return found

    # only this machine's own address
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]
                 if line.split()[3] == "0A" and line.split()[1].endswith(f":{port:04X}")]
    assert listening == [f"0100007F:{port:04X}"], listening
    other = [line for line in Path("/proc/net/tcp6").read_text().splitlines()[1:]
             if line.split()[3] == "0A" and line.split()[1].endswith(f":{port:04X}")]
    assert not other, other

    status, headers, page = expect(200, "GET", "/")
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert b"http" not in page.replace(b"http-equiv", b"")

    # names that were made to point here, and pages of other sites
    for name in ("evil.example", f"evil.example:{port}", f"127.0.0.1:{port + 1}", f"127.0.0.1.evil.example:{port}", ""):
        expect(421, "GET", "/api/documents", headers={"Host": name})
    expect(200, "GET", "/api/documents", headers={"Host": f"localhost:{port}"})
    for origin in ("http://evil.example", "null", f"http://127.0.0.1:{port + 1}", f"https://127.0.0.1:{port}"):
        expect(403, "GET", "/api/documents", headers={"Origin": origin})
    expect(200, "GET", "/api/documents", headers={"Origin": f"http://127.0.0.1:{port}"})
    expect(403, "GET", "/api/documents", headers={"Sec-Fetch-Site": "cross-site"})

    documents = json.loads(ask("GET", "/api/documents")[2])["documents"]
    faulty = next(line["document"] for line in documents if line["folder"] == "faulty")
    corrections = f"/api/documents/{faulty}/corrections"
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        expect(415, "POST", corrections, body="{}", headers={"Content-Type": kind})

    # names of files
    for path in ("/assets/../../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/review.js", "/etc/passwd",
                 "//etc/passwd", "/assets/", "/api/documents/..%2f..%2fout", f"/api/documents/{faulty}/pages/../../x",
                 f"/api/documents/{faulty}/pages/0", f"/api/documents/{faulty}/pages/999", f"/api/documents/{faulty}/pages/-1",
                 "/api/documents/x' OR '1'='1", f"/api/documents/{faulty}/pages/1?scale=1e9", "/api/samples/1", "/api/samples/x"):
        status = ask("GET", path.replace(" ", "%20"))[0]
        assert status in (400, 404), (path, status)
    for method in ("DELETE", "HEAD", "OPTIONS", "PUT", "TRACE"):
        headers = expect(405, method, f"/api/documents/{faulty}")[1]
        assert headers["allow"] == "GET, POST"
    # the page of another site may not even ask what it may do
    expect(403, "OPTIONS", f"/api/documents/{faulty}", headers={"Origin": "http://evil.example"})

    # what never gets as far as the dataset
    for name in ("a%00b", "a%27b", "0" * 63, "0" * 65, "A" * 64, "%30" * 64):
        for path in (f"/api/documents/{name}", f"/api/documents/{name}/pages/1"):
            answer = expect(404, "GET", path)[2]
            assert b"SELECT" not in answer
    expect(404, "GET", "/api/documents/" + "0" * 64)
    for query in ("search=a%00b", "search=%ff", "search=%", "year=%0a"):
        expect(400, "GET", "/api/documents?" + query)
    expect(200, "GET", "/api/documents?search=a+b%20%E8%B4%A2")

    def raw(content, wait=20):
        """The answer to these bytes, and the seconds until it."""
        begin = time.monotonic()
        with socket.create_connection(("127.0.0.1", port), timeout=wait) as connection:
            try:
                connection.sendall(content)
                answer = b""
                while part := connection.recv(1 << 16):
                    answer += part
            except (ConnectionResetError, BrokenPipeError):
                answer = b""
            return answer.split(b"\r\n")[0], time.monotonic() - begin

    def processor():
        fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100

    # before any name is looked at: what a request may cost does not grow faster than its bytes
    before = processor()
    for content in (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
                    b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 30_000 + b"\r\n",
                    b"GET / HTTP/1.1\r\nA: " + b"\r" * 2_000_000 + b"\r\n\r\n", b"a" * 3_000_000):
        raw(content + b"\r\n\r\n")
    assert processor() - before < 2, processor() - before
    status, seconds = raw(b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n" + b" " * (1 << 24))
    assert b" 431 " in status, status
    for content in (b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/2\r\n\r\n", b"GET http://x/ HTTP/1.1\r\n\r\n",
                    b"get / HTTP/1.1\r\n\r\n", b"GET /a\0b HTTP/1.1\r\n\r\n", b"GET /  HTTP/1.1\r\n\r\n",
                    b"GET / HTTP/1.1\r\n folded: 1\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
                    b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                    b"GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"):
        assert b" 400 " in raw(content)[0], content
    assert b" 411 " in raw(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")[0]
    # who says nothing is not waited for, and who is slow holds nobody up
    silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(40)]
    silent[0].sendall(b"GET / HTTP/1.1\r\n")
    begin = time.monotonic()
    expect(200, "GET", "/")
    assert time.monotonic() - begin < 2
    silent[0].settimeout(15)
    assert silent[0].recv(100) == b""
    for connection in silent:
        connection.close()

    # a page as a picture
    status, headers, picture = expect(200, "GET", f"/api/documents/{faulty}/pages/7?scale=1")
    assert headers["content-type"] == "image/webp" and picture[:4] == b"RIFF"

    # more pages than anybody looks at: some are refused, and the others come
    def page(number):
        return ask("GET", f"/api/documents/{faulty}/pages/{number % 20 + 1}?scale=1.{number:02}")[0]
    with ThreadPoolExecutor(60) as pool:
        answers = list(pool.map(page, range(60)))
    assert set(answers) <= {200, 503} and answers.count(200) >= 40, answers

    # what is no correction
    cell = {"table": "t02", "row": 9, "column": 5, "seen": 0}
    for body in ("", "[]", "{", json.dumps({**cell, "kind": "delete-everything"}), json.dumps({**cell, "kind": "correct"}),
                 json.dumps({**cell, "kind": "correct", "after": 7}), json.dumps({**cell, "kind": "confirm", "row": -1}),
                 json.dumps({**cell, "kind": "correct", "after": "1\u0000"}), json.dumps({**cell, "kind": "confirm", "seen": None}),
                 json.dumps({**cell, "kind": "correct", "after": "9" * 20_000}), "[" * 50_000):
        expect(400, "POST", corrections, body=body)
    expect(413, "POST", corrections, body=json.dumps({**cell, "kind": "correct", "after": "9" * 5_000_000}))
    assert not json.loads(ask("GET", f"/api/documents/{faulty}")[2])["log"]
    for row, column in ((9_999_999_999, 0), (4, 9_999_999_999_999)):
        expect(409, "POST", corrections, body=json.dumps({**cell, "kind": "confirm", "row": row, "column": column}))
    for last in (0, -5, 9_223_372_036_854_775_807):
        for row in (0, 9):
            expect(409, "POST", corrections, body=json.dumps({**cell, "kind": "merge-rows", "row": row, "last": last}))
    for hostile in ("<script>alert(1)</script>", "'); DROP TABLE corrections; --", "../../etc/passwd", "\U0001F4A9" * 50):
        body = {**cell, "kind": "confirm", "note": hostile, "reviewer": hostile, "seen": 10 ** 6}
        answer = json.loads(expect(200, "POST", corrections, body=json.dumps(body))[2])
        assert answer["log"][-1]["note"] == hostile
        assert answer["log"][-1]["reviewer"] == hostile[:100]
    count = len(answer["log"])

    # many at once: each is kept or refused, none is lost
    def say(number):
        body = {"table": "t02", "kind": "correct", "row": 10, "column": 5, "seen": count, "after": f"{number}.00", "reviewer": f"r{number}"}
        return ask("POST", corrections, body=json.dumps(body))[0]
    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(say, range(1, 17)))
    assert answers == [200] + [409] * 15, answers

    with subprocess.Popen([program, "review", folder, "--port", str(port)], stderr=subprocess.PIPE, text=True) as second:
        message = second.communicate(timeout=30)[1]
    assert f"port {port} is in use" in message and second.returncode != 0, message
    print("all done")
finally:
    process.terminate()
    process.wait()
