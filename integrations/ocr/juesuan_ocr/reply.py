"""A page read, as a reply of the protocol."""

from __future__ import annotations

from .amounts import certainty
from .picture import Page
from .reading import Text
from .recogniser import Character
from .rulings import Rulings


def reply(name: object, page: Page, rulings: Rulings, texts: list[Text]) -> dict:
    """The reply to the request `name`; lines from top to bottom."""
    height, width = page.grey.shape
    ordered = sorted(texts, key=lambda text: (text.line.y0, text.line.x0))
    return {
        "id": name, "width": width, "height": height, "skew": round(page.skew, 3),
        "rulings": rulings.rows(), "lines": [_line(text) for text in ordered],
    }


def _line(text: Text) -> dict:
    line = text.line
    return {
        "box": [line.x0, line.y0, line.x1, line.y1],
        "text": "".join(character.text for character in text.characters),
        "certainty": round(certainty(text.characters), 4),
        "characters": [_character(character) for character in text.characters],
    }


def _character(character: Character) -> list:
    row: list = [character.text, round(character.x0, 1), round(character.x1, 1),
                 round(character.certainty, 4)]
    if len(character.others) > 1:
        row.append([[text, round(probability, 4)] for text, probability in character.others])
    return row
