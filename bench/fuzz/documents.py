"""Mutated PDFs: of one that is whole, and another to borrow from."""
import random
import re
import zlib
from collections.abc import Callable

import contents
import hostile_numbers as numbers
from pdfs import PAGE, PDF, REFERENCE, stream_of, with_stream

KEY = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
Objects = dict[int, bytes]


def split(body: bytes) -> tuple[bytes, bytes]:
    """The dictionary, and the stream after it."""
    place = body.find(b"stream")
    return (body, b"") if place < 0 else (body[:place], body[place:])


def some(chance: random.Random, objects: Objects, most: int) -> list[int]:
    return chance.sample(sorted(objects), min(len(objects), chance.randint(1, most)))


def sometimes(chance: random.Random, rate: float, what: re.Pattern[bytes], others: list[bytes], data: bytes) -> bytes:
    """Some of what the pattern finds, replaced by one of the others."""
    return what.sub(lambda match: chance.choice(others) if chance.random() < rate else match[0], data)


def edit_streams(chance: random.Random, objects: Objects, other: PDF) -> None:
    """Streams unpacked and edited, those of pages first of all: they come first in most files."""
    streams = [n for n, body in objects.items() if stream_of(body)]
    for number in chance.sample(streams, min(len(streams), chance.randint(1, 3))):
        data = stream_of(objects[number]) or b""
        objects[number] = with_stream(objects[number], contents.changed(chance, data))


def edit_numbers(chance: random.Random, objects: Objects, other: PDF) -> None:
    for number in some(chance, objects, 4):
        head, rest = split(objects[number])
        objects[number] = numbers.edit(chance, head, 4) + rest


def edit_pages(chance: random.Random, objects: Objects, other: PDF) -> None:
    """Boxes, rotation and unit of a page."""
    entry = chance.choice([b"/MediaBox", b"/CropBox"])
    box = b" ".join(numbers.hostile(chance, chance.choice([b"0", b"595", b"842"])) for _ in range(4))
    extra = chance.choice([b"%s [%s]" % (entry, box), b"/Rotate %s" % numbers.hostile(chance, b"90"),
                           b"/UserUnit %s" % numbers.hostile(chance, b"1"), b"/Annots [1 0 R 2 0 R]"])
    for number in [n for n, body in objects.items() if PAGE.search(body)]:
        name = extra.split()[0]
        head = objects[number].replace(name, b"/Old" + name[1:])
        objects[number] = head.replace(b"<<", b"<< " + extra + b" ", 1)


def swap_objects(chance: random.Random, objects: Objects, other: PDF) -> None:
    numbers_ = some(chance, objects, 6)
    bodies = [objects[n] for n in numbers_]
    chance.shuffle(bodies)
    objects.update(zip(numbers_, bodies))


def borrow_objects(chance: random.Random, objects: Objects, other: PDF) -> None:
    for number in some(chance, objects, 4):
        objects[number] = chance.choice(list(other.objects.values()))


def drop_objects(chance: random.Random, objects: Objects, other: PDF) -> None:
    for number in some(chance, objects, 3):
        del objects[number]


def loop(chance: random.Random, objects: Objects, other: PDF) -> None:
    """References that lead elsewhere, back to themselves too."""
    for number in some(chance, objects, 5):
        head, rest = split(objects[number])
        target = chance.choice([number, *objects])
        objects[number] = sometimes(chance, 0.4, REFERENCE, [b"%d 0 R" % target], head) + rest


def edit_keys(chance: random.Random, objects: Objects, other: PDF) -> None:
    """Keys and names in each other's places."""
    names = [name for body in objects.values() for name in KEY.findall(split(body)[0])] or [b"/Type"]
    for number in some(chance, objects, 4):
        head, rest = split(objects[number])
        rate = chance.choice([0.05, 0.3])
        objects[number] = sometimes(chance, rate, KEY, names, head) + rest


def nest(chance: random.Random, objects: Objects, other: PDF) -> None:
    """Arrays or dictionaries within each other, hundreds deep."""
    depth = chance.choice([50, 400, 20_000])
    left, right = chance.choice([(b"[", b"]"), (b"<< /A ", b" >>")])
    objects[chance.choice(list(objects))] = left * depth + b"1 0 R" + right * depth


def bomb(chance: random.Random, objects: Objects, other: PDF) -> None:
    """A small stream that unpacks into a large one."""
    streams = [n for n, body in objects.items() if stream_of(body)]
    if not streams:
        return
    number = chance.choice(streams)
    part = (stream_of(objects[number]) or b"")[:chance.choice([100, 3000])] + b"\n"
    data = zlib.compress(part * (chance.choice([100_000, 1_000_000]) // len(part)))
    objects[number] = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


Mutation = Callable[[random.Random, Objects, PDF], None]
# often what reaches our own code, seldom what Poppler refuses at the door
MUTATIONS: list[tuple[Mutation, int]] = [
    (edit_streams, 40), (edit_numbers, 14), (edit_pages, 10), (borrow_objects, 8), (swap_objects, 6), (edit_keys, 6),
    (loop, 6), (drop_objects, 4), (nest, 1), (bomb, 2),
]


def whole_file(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Changes of the file that know nothing of objects."""
    place = chance.randrange(len(data))
    ways: list[Callable[[], bytes]] = [
        lambda: contents.flipped(chance, data), lambda: contents.removed(chance, data), lambda: data[:place],
        lambda: data + data, lambda: data[:place] + other[chance.randrange(len(other)):],
        lambda: data[:place] + data[chance.randrange(len(data)):], lambda: numbers.edit(chance, data, 5),
        lambda: b"junk\n" * chance.randint(1, 300) + data,
    ]
    return chance.choice(ways)()


def mutated(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """One mutated PDF."""
    pdf, lender = PDF.parse(data), PDF.parse(other)
    if pdf is None or lender is None or chance.random() < 0.15:
        return whole_file(chance, data, other)
    objects = dict(pdf.objects)
    kinds, weights = zip(*MUTATIONS)
    for mutation in chance.choices(kinds, weights, k=chance.choice([1, 1, 2, 3])):
        if objects:
            mutation(chance, objects, lender)
    result = PDF(objects, pdf.root).file()
    return whole_file(chance, result, other) if chance.random() < 0.05 else result
