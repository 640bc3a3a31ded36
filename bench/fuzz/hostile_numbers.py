"""Numbers that programs stumble over, put in place of others."""
import random
import re

NUMBER = re.compile(rb"(?<![A-Za-z0-9/.+-])[+-]?(?:\d+\.?\d*|\.\d+)(?![A-Za-z0-9.])")
HOSTILE = [
    b"0", b"-1", b"1", b"-0.0", b"0.0000001", b"1e20", b"-1e20", b"1e308", b"1e-320", b"nan", b"NaN", b"inf", b"-inf",
    b"100000000000000000000", b"-100000000000000000000", b"9223372036854775807", b"-9223372036854775808",
    b"9223372036854775808", b"2147483647", b"-2147483648", b"2147483648", b"4294967295", b"4294967296", b"65536",
    b"32767.5", b"16385", b"100001", b"14401", b"1000000", b"-", b".", b"--5", b"1.2.3", b"9" * 400, b"0." + b"0" * 300 + b"1",
]
FACTORS = [-1.0, 0.0, 0.001, 0.1, 0.5, 0.99, 1.01, 2.0, 10.0, 1000.0, 1e6, 1e12]


def hostile(chance: random.Random, old: bytes) -> bytes:
    """One in place of the number that was there."""
    if chance.random() < 0.5:
        return chance.choice(HOSTILE)
    return b"%.6f" % (float(old) * chance.choice(FACTORS))


def edit(chance: random.Random, data: bytes, most: int) -> bytes:
    """The text with up to so many of its numbers made hostile."""
    places = list(NUMBER.finditer(data))
    chosen = chance.sample(places, min(len(places), chance.randint(1, most)))
    for place in sorted(chosen, key=lambda match: -match.start()):
        data = data[:place.start()] + hostile(chance, place[0]) + data[place.end():]
    return data
