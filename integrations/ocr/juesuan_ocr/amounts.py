"""Lines that look like an amount: their punctuation, and whether to read them twice."""

from __future__ import annotations

from .recogniser import Character

WIDE = {chr(0xFF10 + digit): str(digit) for digit in range(10)}
WIDE |= {"，": ",", "。": ".", "．": ".", "－": "-", "％": "%", "：": ":"}
# A comma with a speck above it: no figure has a semicolon.
WIDE |= {";": ",", "；": ","}
# What a speck beside a text is taken for. A colon may belong to a name, but not to a figure.
SPECKS = set(".．·'`")
FIGURE_SPECKS = SPECKS | set(",，:：")
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


def without_specks(characters: list[Character]) -> list[Character]:
    """The text of a whole cell without the specks before and after it: no name and no figure begins
    or ends with a point, but .50 may stand for 0.50."""
    specks = FIGURE_SPECKS if looks_like_figure(characters) else SPECKS
    begin, end = 0, len(characters)
    while end - begin > 1 and characters[end - 1].text in specks:
        end -= 1
    is_part = end - begin <= 3 and all(c.text.isdigit() for c in characters[begin + 1:end])
    while end - begin > 1 and characters[begin].text in specks and not is_part:
        begin += 1
    return characters[begin:end]


def looks_like_figure(characters: list[Character]) -> bool:
    """Whether there are digits, and nothing but them and points."""
    texts = [character.text for character in characters if character.text != " "]
    return (any(text.isdigit() for text in texts)
            and all(text.isdigit() or text in FIGURE_SPECKS for text in texts))


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
