"""The OCR helper of juesuan: reads scanned table pages, a request a line, a reply a line."""

PROTOCOL = "juesuan-ocr/1"
