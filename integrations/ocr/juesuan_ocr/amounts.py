"""Lines that look like an amount: their punctuation, and whether to read them twice."""

from __future__ import annotations

from .recogniser import Character

WIDE = {chr(0xFF10 + digit): str(digit) for digit in range(10)}
WIDE |= {"，": ",", "。": ".", "．": ".", "－": "-", "％": "%", "：": ":"}
# Letters that a figure is taken for, and signs that stand in an amount.
SIGNS = set("0123456789,.-+%()（）—–− ") | set(WIDE)
TAKEN_FOR_DIGITS = set("OoQDlI|iZSsB〇")


def looks_like_amount(characters: list[Character]) -> bool:
    """Whether the line is made of digits and the signs of amounts (one letter may be a misread
    digit), digits at least half of it."""
    texts = [character.text for character in characters if character.text != " "]
    digits = sum(text.isdigit() or text in TAKEN_FOR_DIGITS for text in texts)
    odd = sum(text not in SIGNS for text in texts)
    allowed = sum(text in TAKEN_FOR_DIGITS for text in texts)
    return bool(texts) and odd == min(allowed, 1) and 2 * digits >= len(texts)


def normalise(characters: list[Character]) -> list[Character]:
    """Full-width digits and the points and commas between digits as ASCII, spaces dropped."""
    kept = [character for character in characters if character.text != " "]
    for character in kept:
        character.text = WIDE.get(character.text, character.text)
        merged: dict[str, float] = {}
        for text, probability in character.others:
            text = WIDE.get(text, text)
            merged[text] = merged.get(text, 0.0) + probability
        character.others = sorted(merged.items(), key=lambda other: -other[1])
        if merged:
            character.certainty = merged[character.text]
    return kept


def merge(better: list[Character], worse: list[Character]) -> list[Character]:
    """The better reading of a line; where both have as many characters, the other one's
    alternatives are added with half their weight."""
    if len(better) != len(worse):
        return better
    for character, other in zip(better, worse):
        known = dict(character.others or [(character.text, character.certainty)])
        for text, probability in other.others or [(other.text, other.certainty)]:
            if text not in known and probability / 2 > 0.001:
                known[text] = probability / 2
        if len(known) > 1:
            character.others = sorted(known.items(), key=lambda item: -item[1])
    return better


def certainty(characters: list[Character]) -> float:
    """The least of the characters' certainties."""
    return min((character.certainty for character in characters), default=0.0)
