"""Changes of what a stream holds: drawing, character maps, anything in tokens."""
import random
from collections.abc import Callable

import hostile_numbers as numbers

Change = Callable[[random.Random, bytes], bytes]

# drawing that was seen to hurt, or might: sizes, clips, patterns, text states, nesting
SNIPPETS = [
    b"BT 1e9 0 0 1e9 0 0 Tm <0041004200430044> Tj ET", b"1e20 0 0 1e20 0 0 cm", b"0 0 0 0 0 0 cm", b"1e20 w 0 0 m 1e20 1e20 l S",
    b"0 0 1e30 1e30 re S", b"-1e9 -1e9 2e9 2e9 re W n", b"nan 0 m 10 nan l S", b"BT 3 Tr ET", b"BT 7 Tr ET", b"1e9 Tc 1e9 Tw -1e9 Tz",
    b"0 Tz", b"-100 Tz", b"1e12 TL T* T*", b"[1e20 -1e20] 1e20 d", b"[0 0] 0 d 0 0 m 500 500 l S", b"q " * 500, b"Q " * 50,
    b"BT " * 50, b"/Fm0 Do /Im0 Do /X0 Do", b"BI /W 100000 /H 100000 /BPC 8 /CS /G ID x EI", b"0.001 w 10 10 575 800 re S",
    b"0 1 -1 0 0 0 cm", b"1 0 1 0 0 0 cm", b"/Artifact BMC", b"EMC EMC", b"/OC /MC0 BDC", b"BT /F1 0 Tf (12345) Tj ET",
    b"BT /F1 -12 Tf 100 100 Td (12345) Tj ET", b"BT /F1 40000 Tf 0 0 Td (1) Tj ET", b"0 0 595 842 re f", b"1 1 1 rg 0 0 595 842 re f",
]


def some_numbers(chance: random.Random, data: bytes) -> bytes:
    return numbers.edit(chance, data, 6)


def many_numbers(chance: random.Random, data: bytes) -> bytes:
    return numbers.edit(chance, data, 200)


def flipped(chance: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(min(len(out), chance.choice([1, 2, 5, 30]))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def inserted(chance: random.Random, data: bytes) -> bytes:
    """Hostile drawing between two lines."""
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 3)):
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(SNIPPETS))
    return b"\n".join(lines)


def shuffled(chance: random.Random, data: bytes) -> bytes:
    """Lines in another order, from some place to another."""
    lines = data.split(b"\n")
    first = chance.randrange(len(lines))
    part = lines[first:first + 30]
    chance.shuffle(part)
    return b"\n".join(lines[:first] + part + lines[first + 30:])


def removed(chance: random.Random, data: bytes) -> bytes:
    first = chance.randrange(len(data) + 1)
    return data[:first] + data[first + chance.choice([1, 10, 100, 1000]):]


def repeated(chance: random.Random, data: bytes) -> bytes:
    """A part, many times over."""
    first = chance.randrange(len(data) + 1)
    part = data[first:first + chance.choice([20, 200, 2000])] + b"\n"
    return data[:first] + part * min(chance.choice([2, 20, 500]), 200_000 // len(part)) + data[first:]


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[:chance.randrange(len(data) + 1)]


CHANGES: list[Change] = [some_numbers, some_numbers, many_numbers, flipped, inserted, inserted, shuffled, removed, repeated, cut]


def changed(chance: random.Random, data: bytes) -> bytes:
    """One change, now and then two."""
    for _ in range(chance.choice([1, 1, 1, 2])):
        data = chance.choice(CHANGES)(chance, data)
    return data
