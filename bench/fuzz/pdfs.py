"""PDFs as numbered objects: taken apart, cut down to a few pages, put together again."""
import random
import re
import zlib
from dataclasses import dataclass, replace

OBJECT = re.compile(rb"(?<![0-9])(\d{1,7})\s+\d{1,5}\s+obj\b(.*?)\bendobj", re.DOTALL)
REFERENCE = re.compile(rb"(?<![0-9.])(\d{1,7})\s+\d{1,5}\s+R\b")
STREAM = re.compile(rb"\bstream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
NODE = re.compile(rb"/Type\s*/Pages(?![A-Za-z])")
KIDS = re.compile(rb"/Kids\s*\[.*?\]", re.DOTALL)
COUNT = re.compile(rb"/Count\s+\d+")
FLATE = re.compile(rb"/Filter\s*(\[\s*/FlateDecode\s*\]|/FlateDecode)")
LENGTH = re.compile(rb"/Length\s+\d+(\s+\d+\s+R)?")
# bytes of a stream that are worth editing: what is longer is a picture or a bomb
LONGEST_STREAM = 1 << 20


@dataclass(frozen=True)
class PDF:
    """The objects' bodies by number, and the catalogue's number."""
    objects: dict[int, bytes]
    root: int

    @staticmethod
    def parse(data: bytes) -> "PDF | None":
        """None for what has no plain objects: encrypted files, and those whose objects are in streams."""
        objects = {int(number): body.strip() for number, body in OBJECT.findall(data)}
        root = next((n for n, body in objects.items() if re.search(rb"/Type\s*/Catalog\b", body)), None)
        if root is None or b"/Encrypt" in data or not any(PAGE.search(body) for body in objects.values()):
            return None
        return PDF(objects, root)

    def file(self) -> bytes:
        """A file with a cross-reference table that is right."""
        out, places = bytearray(b"%PDF-1.7\n"), {}
        for number, body in self.objects.items():
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start, size = len(out), max(places, default=0) + 1
        out += b"xref\n0 1\n0000000000 65535 f \n"
        for number, place in sorted(places.items()):
            out += b"%d 1\n%010d 00000 n \n" % (number, place)
        out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, self.root, start)
        return bytes(out)

    def excerpt(self, chance: random.Random, most: int) -> "PDF":
        """At most so many pages that follow each other, and what they need."""
        pages = [number for number, body in self.objects.items() if PAGE.search(body)]
        first = chance.randrange(len(pages))
        chosen = set(pages[first:first + most])
        nodes = {n for n in chosen if n in self.objects}
        for number in chosen:
            nodes |= self.ancestors(number)
        objects = dict(self.objects)
        for number in nodes - chosen:
            objects[number] = self.pruned(objects[number], nodes, len(chosen))
        tree = re.search(rb"/Pages\s+(\d+)\s+\d+\s+R", objects[self.root])
        objects[self.root] = b"<< /Type /Catalog /Pages %d 0 R >>" % (int(tree[1]) if tree else 0)
        left_out = set(pages) - chosen
        whole = replace(self, objects={n: body for n, body in objects.items() if n not in left_out})
        return replace(whole, objects={n: whole.objects[n] for n in sorted(whole.needed())})

    def ancestors(self, number: int) -> set[int]:
        found: set[int] = set()
        while parent := re.search(rb"/Parent\s+(\d+)\s+\d+\s+R", self.objects.get(number, b"")):
            number = int(parent[1])
            if number in found or not NODE.search(self.objects.get(number, b"")):
                break
            found.add(number)
        return found

    @staticmethod
    def pruned(node: bytes, kept: set[int], count: int) -> bytes:
        kids = KIDS.search(node)
        left = [k for k in map(int, REFERENCE.findall(kids[0] if kids else b"")) if k in kept]
        array = b"/Kids [" + b" ".join(b"%d 0 R" % k for k in left) + b"]"
        return COUNT.sub(b"/Count %d" % count, KIDS.sub(lambda _: array, node))

    def needed(self) -> set[int]:
        """What the catalogue leads to."""
        found: set[int] = set()
        waiting = [self.root]
        while waiting:
            number = waiting.pop()
            if number in found or number not in self.objects:
                continue
            found.add(number)
            waiting += map(int, REFERENCE.findall(self.objects[number].split(b"stream")[0]))
        return found


def stream_of(body: bytes) -> bytes | None:
    """What a stream holds, unpacked; None where there is none, or none that we unpack."""
    if not (match := STREAM.search(body)):
        return None
    head = body[:match.start()]
    if b"/Filter" not in head:
        return match[1][:LONGEST_STREAM]
    if not FLATE.search(head) or b"/Predictor" in head:
        return None
    try:
        return zlib.decompressobj().decompress(match[1], LONGEST_STREAM)
    except zlib.error:
        return None


def with_stream(body: bytes, data: bytes) -> bytes:
    """The object with another stream, not packed."""
    head = FLATE.sub(b"", STREAM.split(body)[0])
    length = b"/Length %d" % len(data)
    head = LENGTH.sub(length, head) if LENGTH.search(head) else head
    return head + b"stream\n" + data + b"\nendstream"
