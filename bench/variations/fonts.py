"""The fonts of the drawn pages, by short names.

Debian packages: fonts-arphic-uming (song), fonts-arphic-gbsn00lp (gbsn), fonts-wqy-zenhei (hei),
fonts-liberation (latin). fc-match of fontconfig finds the files.
"""
import subprocess
import sys

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

FAMILIES = {
    "song": ("AR PL UMing CN", "fonts-arphic-uming"),
    "gbsn": ("AR PL SungtiL GB", "fonts-arphic-gbsn00lp"),
    "hei": ("WenQuanYi Zen Hei", "fonts-wqy-zenhei"),
    "latin": ("Liberation Serif:style=Regular", "fonts-liberation"),
}


def register():
    """Make the fonts known to ReportLab; a missing one ends the program with its package."""
    for name, (family, package) in FAMILIES.items():
        answer = subprocess.run(["fc-match", "-f", "%{family}|%{file}|%{index}", family],
                                capture_output=True, text=True, check=True).stdout
        found, file, index = answer.split("|")
        if family.split(":")[0] not in found:
            sys.exit(f"variations: the font {family} is missing; install {package}")
        pdfmetrics.registerFont(TTFont(name, file, subfontIndex=int(index)))
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))     # not embedded: poppler-data
