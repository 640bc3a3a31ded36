"""Fonts, and Chinese text broken into lines."""
import re
import subprocess

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

# Family as fontconfig knows it, and the Debian package that brings it.
FONTS = {
    "Song": ("AR PL SungtiL GB", "fonts-arphic-gbsn00lp"),
    "Kai": ("AR PL KaitiM GB", "fonts-arphic-gkai00mp"),
    "Hei": ("WenQuanYi Zen Hei", "fonts-wqy-zenhei"),
    "Times": ("Liberation Serif", "fonts-liberation"),
}
NOT_FIRST = set("，。、；：！？）》”’%")     # may not begin a line
NOT_LAST = set("（《“‘")                    # may not end a line
TOKEN = re.compile(r"[A-Za-z0-9.,]+|.", re.S)   # a number or a Latin word stays in one line
LATIN_RUN = re.compile(r"[\x20-\x7e]+|[^\x20-\x7e]+")


def register_fonts():
    """Tell ReportLab where the fonts are."""
    for name, (family, package) in FONTS.items():
        answer = subprocess.run(["fc-match", "-f", "%{family}|%{file}|%{index}", f"{family}:regular"],
                                capture_output=True, text=True, check=True).stdout
        found, file, index = answer.split("|")
        if family not in found.split(","):
            raise SystemExit(f"font {family} is missing: apt-get install {package}")
        pdfmetrics.registerFont(TTFont(name, file, subfontIndex=int(index)))


class Face:
    """A font for Chinese, one for Latin letters and digits, and a size in points."""

    def __init__(self, chinese, latin, size):
        self.chinese, self.latin, self.size = chinese, latin, size

    def runs(self, text):
        """[(text, font), …]"""
        if self.chinese == self.latin:
            return [(text, self.chinese)]
        return [(run, self.latin if run[0] <= "\x7e" else self.chinese)
                for run in LATIN_RUN.findall(text)]

    def width(self, text):
        return sum(pdfmetrics.stringWidth(run, font, self.size) for run, font in self.runs(text))

    def draw(self, canvas, x, baseline, text):
        for run, font in self.runs(text):
            glyphs = pdfmetrics.getFont(font).face.charToGlyph
            assert all(ord(character) in glyphs for character in run), f"{font} lacks a glyph of {run}"
            canvas.setFont(font, self.size)
            canvas.drawString(x, baseline, run)
            x += pdfmetrics.stringWidth(run, font, self.size)

    def draw_centred(self, canvas, x, baseline, text):
        self.draw(canvas, x - self.width(text) / 2, baseline, text)

    def draw_right(self, canvas, x, baseline, text):
        self.draw(canvas, x - self.width(text), baseline, text)

    def wrap(self, text, width, indent=0):
        """The lines of a paragraph; the first one is `indent` points shorter."""
        lines, line = [], []
        room = width - indent
        for token in self._tokens(text, width):
            if line and self.width("".join(line) + token) > room:
                carried = self._carried(line, token)
                lines.append("".join(line))
                line, room = carried, width
            line.append(token)
        return lines + ["".join(line)]

    def _tokens(self, text, width):
        """Pieces that stay in one line, unless one alone is wider than the line."""
        for token in TOKEN.findall(text):
            if self.width(token) > width:
                yield from token
            else:
                yield token

    @staticmethod
    def _carried(line, token):
        """Take from the end of `line` what may not stay there before `token`."""
        carried = []
        while len(line) > 1 and (token in NOT_FIRST or line[-1] in NOT_LAST):
            token = line.pop()
            carried.insert(0, token)
        return carried
