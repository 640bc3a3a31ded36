"""A page of a report, and its picture."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import html

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = {"image/webp": ".webp", "image/png": ".png"}


class PageImage:
    """A page's picture: shown in a notebook, saved, or handed to Pillow."""

    def __init__(self, data: bytes, media_type: str) -> None:
        self.data = data
        self.media_type = media_type

    def to_pil(self) -> Image:
        """As an image of Pillow."""
        try:
            from PIL import Image
        except ImportError:
            raise ImportError("this needs Pillow: pip install 'juesuan[pictures]'") from None
        return Image.open(io.BytesIO(self.data))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes it; in another format than its own (plain pages are WebP) with Pillow."""
        if Path(path).suffix.lower() == _FORMATS[self.media_type]:
            Path(path).write_bytes(self.data)
        else:
            self.to_pil().save(path)

    def __repr__(self) -> str:
        return f"<PageImage {self.media_type}, {len(self.data)} bytes>"

    def _repr_html_(self) -> str:
        return html.picture(self.data, self.media_type)


class Page:
    """A page that was read."""

    def __init__(
        self, told: dict[str, Any], paint: Callable[[int, float, bool], PageImage]
    ) -> None:
        self._told = told
        self._paint = paint

    @property
    def number(self) -> int:
        """From 1."""
        return int(self._told["page"])

    @property
    def width(self) -> float:
        """In points, as displayed."""
        return float(self._told["width"])

    @property
    def height(self) -> float:
        """In points, as displayed."""
        return float(self._told["height"])

    @property
    def rotation(self) -> int:
        """In degrees."""
        return int(self._told["rotation"])

    @property
    def text(self) -> str:
        """What its text is: ``digital``, ``scanned``, ``recognised``, ``unreliable``, ``blank``."""
        return str(self._told["text"])

    @property
    def furniture(self) -> list[str]:
        """Page numbers, running headers and footers."""
        return list(self._told["furniture"])

    def image(self, scale: float = 2.0, marks: bool = False) -> PageImage:
        """The page as a picture, ``scale`` pixels a point.

        ``marks`` draws what was found on it, too: glyphs, rulings, cells with row and column.
        """
        return self._paint(self.number, scale, marks)

    def __repr__(self) -> str:
        return f"<Page {self.number}: {self.width:g} × {self.height:g}, {self.text}>"

    def _repr_html_(self) -> str:
        return self.image()._repr_html_()
