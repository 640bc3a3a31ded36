"""On which pages tables came to stand that another program has laid out."""
import subprocess


def find_pages(pdf, tables):
    """Fill in the tables' pages: from the page with the title, or else the first row's last
    cell, to the last one with a long text of the last three rows, before the next table."""
    texts = page_texts(pdf)
    starts, page = [], 0
    for n, table in enumerate(tables):
        page = next((p for p in range(page, len(texts)) if key(table) in texts[p]), page)
        starts.append(page)
        following = tables[n + 1] if n + 1 < len(tables) else None
        if following and key(following) not in texts[page]:
            page += 1
    for table, start, after in zip(tables, starts, [*starts[1:], len(texts)]):
        last = max(start, after - 1)
        while last > start and not any(text in texts[last] for text in endings(table)):
            last -= 1
        table.pages = list(range(start + 1, last + 2))


def page_texts(pdf):
    command = ["pdftotext", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


def key(table):
    return "".join((table.title or table.rows[0][-1]).split())


def endings(table):
    return [text for row in table.rows[-3:] for text in row if len(text) > 5]
