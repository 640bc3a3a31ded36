"""The organisation is called otherwise, everywhere."""
from __future__ import annotations

import json
import random

from change import Change, Report, change
from document import Document

NAMES = ("青岚市档案局", "云河县人民法院", "临沣区图书馆", "中共泗阳坡区委宣传部", "漯西市第三中学", "江源县住房和城乡建设局")


@change("organisation-renamed")
def renamed(report: Report, dice: random.Random) -> Change | None:
    old = report.document.json["organisation"]
    # a blank form has 某某局, XX局
    if not old or "X" in old:
        return None
    new = dice.choice(NAMES)
    whole = report.document.copy()
    text = json.dumps(whole.json, ensure_ascii=False).replace(old, new)
    return Change(Document(whole.name, json.loads(text)), f"{old} is called {new}")
