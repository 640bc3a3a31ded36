"""Reads a workbook with nothing but a ZIP and an XML parser, and prints what is in it as JSON.

It knows nothing of how juesuan writes: cells with value, kind, number format and fill, merged areas,
comments, links, frozen and repeated rows, all as the Office Open XML standard says where they are.
"""
import json
import posixpath
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


def texts(element):
    return unescaped("".join(t.text or "" for t in element.iter(MAIN + "t")))


class Workbook:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        assert self.zip.testzip() is None
        names = self.zip.namelist()
        assert len(names) == len(set(names))
        for name in names:
            if name.endswith((".xml", ".rels", ".vml")):
                ET.fromstring(self.zip.read(name))
        shared = "xl/sharedStrings.xml"
        self.strings = [texts(i) for i in self.xml(shared)] if shared in names else []
        styles = self.xml("xl/styles.xml")
        codes = {n.get("numFmtId"): n.get("formatCode") for n in styles.iter(MAIN + "numFmt")}
        codes.update({"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "49": "@"})
        fills = [self.colour(f) for f in styles.find(MAIN + "fills")]
        self.formats = [
            (codes.get(x.get("numFmtId"), "?"), fills[int(x.get("fillId"))])
            for x in styles.find(MAIN + "cellXfs")
        ]

    def xml(self, name):
        return ET.fromstring(self.zip.read(name))

    def related(self, name):
        folder, file = posixpath.split(name)
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self.zip.namelist():
            return {}
        return {
            r.get("Id"): posixpath.normpath(posixpath.join(folder, r.get("Target")))
            for r in self.xml(rels)
        }

    @staticmethod
    def colour(fill):
        front = fill.find(f"{MAIN}patternFill/{MAIN}fgColor")
        return "" if front is None else (front.get("rgb") or "")[2:]

    def cell(self, c):
        value = c.find(MAIN + "v")
        kind = c.get("t", "n")
        code, fill = self.formats[int(c.get("s", "0"))]
        text = None if value is None else value.text
        if kind == "s":
            text = self.strings[int(text)]
        return {
            "text": text, "isNumber": kind == "n" and text is not None,
            "isFormula": c.find(MAIN + "f") is not None, "format": code, "fill": fill,
        }

    def sheet(self, name, part):
        xml = self.xml(part)
        comments = {}
        for target in self.related(part).values():
            if "comments" in target:
                for c in self.xml(target).iter(MAIN + "comment"):
                    comments[c.get("ref")] = texts(c)
        pane = xml.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
        page = xml.find(MAIN + "pageSetup")
        return {
            "name": name,
            "cells": {c.get("r"): self.cell(c) for c in xml.iter(MAIN + "c")},
            "merged": [m.get("ref") for m in xml.iter(MAIN + "mergeCell")],
            "links": {h.get("ref"): h.get("location") for h in xml.iter(MAIN + "hyperlink")},
            "comments": comments,
            "frozenRows": 0 if pane is None else int(pane.get("ySplit", "0")),
            "numbersAsTextAllowed": any(
                e.get("numberStoredAsText") == "1" for e in xml.iter(MAIN + "ignoredError")),
            "isLandscape": page is not None and page.get("orientation") == "landscape",
            "heading": xml.findtext(f"{MAIN}headerFooter/{MAIN}oddHeader") or "",
        }

    def content(self):
        book = self.xml("xl/workbook.xml")
        parts = self.related("xl/workbook.xml")
        sheets = [
            self.sheet(s.get("name"), parts[s.get(LINK + "id")]) for s in book.iter(MAIN + "sheet")
        ]
        names = [n.text for n in book.iter(MAIN + "definedName")]
        core = self.xml("docProps/core.xml")
        return {
            "sheets": sheets, "definedNames": names,
            "properties": {e.tag.split("}")[1]: e.text or "" for e in core},
        }


json.dump(Workbook(sys.argv[1]).content(), sys.stdout, ensure_ascii=False)
