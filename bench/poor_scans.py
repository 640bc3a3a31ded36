"""Pages as a poor scanner would have them: the ways in which bench/scans.py spoils pictures."""
from __future__ import annotations

import cv2
import numpy

Picture = numpy.ndarray
Random = numpy.random.Generator

# What is asked for.
USUAL = {
    "200 dpi": {"dpi": 200},
    "300 dpi, grey": {"dpi": 300, "grey": True},
    "150 dpi, grey": {"dpi": 150, "grey": True},
    "JPEG 50": {"dpi": 200, "quality": 50},
    "skew +1": {"dpi": 200, "grey": True, "skew": 1.0},
    "skew -1": {"dpi": 200, "grey": True, "skew": -1.0},
    "noise": {"dpi": 200, "grey": True, "noise": 18},
    "on its side": {"dpi": 200, "turn": cv2.ROTATE_90_COUNTERCLOCKWISE},
    "red seal": {"dpi": 200, "seal": (0.5, 0.5), "quality": 75},
    "seal in grey": {"dpi": 200, "seal": (0.5, 0.5), "grey": True},
}
# Beyond that, to see whether the rules hold for more than what they were made on.
HARDER = {
    "skew +2.5": {"dpi": 200, "grey": True, "skew": 2.5},
    "skew -2.5, JPEG 50": {"dpi": 200, "grey": True, "skew": -2.5, "quality": 50},
    "twice the noise": {"dpi": 200, "grey": True, "noise": 36},
    "seal elsewhere": {"dpi": 200, "seal": (0.62, 0.33), "quality": 75, "skew": 0.6},
    "dark": {"dpi": 200, "grey": True, "thicken": 3, "range": (0, 190)},
    "pale": {"dpi": 200, "grey": True, "range": (130, 245)},
    "shadow": {"dpi": 200, "shadow": 0.55, "quality": 75},
    "black and white": {"dpi": 300, "grey": True, "bilevel": 150},
    "photocopy": {"dpi": 200, "grey": True, "blur": 0.9, "noise": 12, "skew": 0.4, "specks": 400, "quality": 60},
}
VARIANTS = USUAL | HARDER


def spoil(picture: Picture, variant: dict, random: Random) -> Picture:
    """The picture (BGR) as a poor scanner would have it."""
    height, width = picture.shape[:2]
    if "thicken" in variant:
        picture = cv2.erode(picture, numpy.ones((1, variant["thicken"] - 1), numpy.uint8))
    if "seal" in variant:
        picture = seal(picture, variant["dpi"], variant["seal"])
    if "skew" in variant:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), variant["skew"], 1)
        picture = cv2.warpAffine(picture, turn, (width, height), borderValue=(255, 255, 255))
    if "turn" in variant:
        picture = cv2.rotate(picture, variant["turn"])
    if "blur" in variant:
        picture = cv2.GaussianBlur(picture, (0, 0), variant["blur"])
    if "specks" in variant:
        picture = specks(picture, variant["specks"], random)
    if "range" in variant:
        black, white = variant["range"]
        picture = (black + picture * ((white - black) / 255)).astype(numpy.uint8)
    if "shadow" in variant:
        picture = shadow(picture, variant["shadow"])
    if "noise" in variant:
        noise = random.normal(0, variant["noise"], picture.shape[:2])[..., None]
        picture = numpy.clip(picture + noise, 0, 255).astype(numpy.uint8)
    if variant.get("grey"):
        picture = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    if "bilevel" in variant:
        picture = numpy.where(picture < variant["bilevel"], 0, 255).astype(numpy.uint8)
    return picture


def seal(picture: Picture, dpi: int, place: tuple[float, float]) -> Picture:
    """A red ring of 42 mm (国发〔1999〕25号) and a star at `place`, in shares of the page, as ink: what
    is dark below stays dark."""
    height, width = picture.shape[:2]
    stamp = numpy.full_like(picture, 255)
    centre = (round(width * place[0]), round(height * place[1]))
    radius = round(21 / 25.4 * dpi)
    cv2.circle(stamp, centre, radius, (60, 40, 220), round(1.2 / 25.4 * dpi))
    angles = [numpy.pi * (0.4 * k - 0.5) for k in (0, 2, 4, 1, 3)]
    star = [[centre[0] + radius * 0.4 * numpy.cos(a), centre[1] + radius * 0.4 * numpy.sin(a)] for a in angles]
    cv2.fillPoly(stamp, [numpy.array(star, numpy.int32)], (60, 40, 220))
    return numpy.minimum(picture, stamp)


def shadow(picture: Picture, least: float) -> Picture:
    """Light that falls off to `least` of itself towards the left edge, as at the fold of a book."""
    columns = numpy.linspace(0, 1, picture.shape[1])
    light = least + (1 - least) * numpy.clip(columns * 2.5, 0, 1) ** 0.7
    return (picture * light[None, :, None]).astype(numpy.uint8)


def specks(picture: Picture, count: int, random: Random) -> Picture:
    """Dirt: dark points of one to three pixels."""
    picture = picture.copy()
    height, width = picture.shape[:2]
    for x, y, size in zip(random.integers(0, width, count), random.integers(0, height, count),
                          random.integers(1, 4, count)):
        picture[y:y + size, x:x + size] = 70
    return picture
