"""Requests that no page of the review would make, and what becomes of them.

review_requests.py PROGRAM FOLDER. Says "all done" at the end.
"""
import http.client
import json
import subprocess
import sys
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
    expect(404, "DELETE", f"/api/documents/{faulty}", body="{}")

    # a page as a picture
    status, headers, picture = expect(200, "GET", f"/api/documents/{faulty}/pages/7?scale=1")
    assert headers["content-type"] == "image/webp" and picture[:4] == b"RIFF"

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
        expect(409, "POST", corrections, body=json.dumps({**cell, "kind": "merge-rows", "last": last}))
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
