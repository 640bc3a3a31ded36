"""What a person does in the review, done in a real browser.

review_in_browser.py PROGRAM FOLDER PICTURES: FOLDER is an output folder whose documents are
`faulty`, a report with one wrong figure, and others; screenshots go to PICTURES. Says "all done" at the end.
"""
import csv
import json
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import ElementNotInteractableException, StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

program, folder, pictures = sys.argv[1], sys.argv[2], Path(sys.argv[3])
pictures.mkdir(parents=True, exist_ok=True)


# what is drawn anew, or just closed, while it is looked at
passing = [StaleElementReferenceException, ElementNotInteractableException]


@contextmanager
def server(*options):
    process = subprocess.Popen([program, "review", folder, "--port", "0", *options], stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()


class Person:
    """A browser, and what it is asked to do."""

    def __init__(self, address, width=1280):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for option in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
            options.add_argument(option)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.address = address
        self.resize(width)
        self.driver.get(address)

    def resize(self, width):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500})

    def wait(self, condition, what):
        try:
            return WebDriverWait(self.driver, 20, ignored_exceptions=passing).until(lambda _: condition())
        except TimeoutException as error:
            raise AssertionError(f"{what}; the page shows {self.state()}") from error

    def state(self):
        """Where it stands, what it says, and where a key would go."""
        return self.run("""
            const shown = [...document.querySelectorAll(".message, .samplebar")].map((e) => e.textContent);
            return [location.hash, document.activeElement?.outerHTML.slice(0, 200), ...shown];""")

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.wait(lambda: next(iter(self.all(selector)), None), f"no {selector}")

    def press(self, *keys):
        """Keys go to whatever has the focus, as a person's do."""
        for key in keys:
            self.wait(lambda: self.driver.switch_to.active_element.send_keys(key) is None, f"nothing takes {key!r}")

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def message(self, pattern):
        self.wait(lambda: any(re.search(pattern, message.text) for message in self.all(".message")), f"no message {pattern}")

    def chosen(self):
        return self.one(".grid .chosen").get_attribute("data-place")

    def picture(self, name):
        self.driver.save_screenshot(str(pictures / f"{name}.png"))

    def no_errors(self):
        # the hostile document has no PDF, and who is overtaken gets a 409
        expected = ("/api/documents/0badc0de", "status of 409")
        faults = [entry for entry in self.driver.get_log("browser")
                  if entry["level"] == "SEVERE" and not any(part in entry["message"] for part in expected)]
        assert not faults, faults

    def quit(self):
        self.no_errors()
        self.driver.quit()


def check_layout(person):
    """Nothing is wider than the window, and no two controls lie over each other."""
    assert person.run("return document.documentElement.scrollWidth <= window.innerWidth"), "wider than the window"
    overlaps = person.run("""
        const controls = [...document.querySelectorAll("button, input, select, a, h1, h2, h3, summary, label")]
          .filter((e) => e.checkVisibility() && e.offsetParent && !e.closest(".papers, .gridpane, .message"));
        const boxes = controls.map((e) => [e, e.getBoundingClientRect()]);
        const found = [];
        for (const [a, p] of boxes) for (const [b, q] of boxes) {
          if (a === b || a.contains(b) || b.contains(a)) continue;
          const x = Math.min(p.right, q.right) - Math.max(p.left, q.left);
          const y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
          // what scrolls in its own pane lies over nothing
          const pane = (e) => e.closest(".side, .stage, .list, .filters, .top, .pager");
          if (x > 1 && y > 1 && pane(a) === pane(b)) found.push(a.outerHTML.slice(0, 80) + " | " + b.outerHTML.slice(0, 80));
        }
        return found.slice(0, 4);""")
    assert not overlaps, overlaps


def check_access(person):
    """Controls have names, the focus shows, texts stand out from their ground (WCAG AA)."""
    unnamed = person.run("""
        return [...document.querySelectorAll("button, input, select, textarea, a, img, dialog")].filter((e) => {
          const label = e.labels?.[0]?.textContent ?? "";
          return !(e.textContent.trim() || e.getAttribute("aria-label") || e.title || e.alt || label.trim());
        }).map((e) => e.outerHTML.slice(0, 100));""")
    assert not unnamed, unnamed
    pale = person.run("""
        const parse = (c) => (c.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
        const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
          .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
        const ground = (e) => {
          for (; e; e = e.parentElement) {
            const colour = parse(getComputedStyle(e).backgroundColor);
            if (colour.length < 4 || colour[3] === 1) return colour;
          }
          return [255, 255, 255];
        };
        const found = [];
        for (const e of document.querySelectorAll("body *")) {
          const text = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
          if (!text || !e.checkVisibility() || e.tagName === "OPTION" || e.disabled) continue;
          const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
          if ((a + 0.05) / (b + 0.05) < 4.5) found.push(e.outerHTML.slice(0, 100));
        }
        return found.slice(0, 4);""")
    assert not pale, pale
    person.press(Keys.TAB)
    outline = person.run("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "the focus does not show"
    assert person.run("return document.documentElement.lang") in ("zh-CN", "en")


def open_document(person, name):
    link = person.wait(lambda: next((row.find_element(By.TAG_NAME, "a") for row in person.all(".list tbody tr")
                                     if name in row.text), None), f"{name} is not in the list")
    link.click()
    person.one(".grid")


def corrects_by_keyboard(person):
    """Open, find the suspect cell, see it marked on the page, correct it, see the checks turn, undo."""
    person.one(".list tbody tr.chosen a")
    assert "faulty" in person.all(".list tbody tr")[0].text, "what needs a person most does not come first"
    check_layout(person)
    person.picture("list-1280")
    person.press(Keys.ENTER)
    place = person.chosen()
    box = person.one(".box.chosen")
    assert box.get_attribute("data-place") == place, "the page marks another cell"
    image = person.one(".sheet img")
    person.wait(lambda: person.run("return arguments[0].naturalWidth > 500", image), "the page has no picture")
    b, i = box.rect, image.rect
    assert i["x"] <= b["x"] and b["x"] + b["width"] <= i["x"] + i["width"], "the mark is beside the page"
    assert person.all(".findings .failure"), "the finding is not told"
    person.picture("suspect-1280")
    check_layout(person)
    check_access(person)
    mend = re.search(r"若为 ([\d.,]+) 而非 ([\d.,]+)", person.one(".findings .failure").text)
    person.press("e")
    field = person.driver.switch_to.active_element
    assert field.get_attribute("value").replace(",", "") == mend[2].replace(",", ""), "another cell is corrected"
    field.send_keys(mend[1])
    field.send_keys(Keys.TAB)
    person.press("原页如此", Keys.ENTER)
    person.wait(lambda: not person.all(".findings .failure"), "the checks did not turn")
    assert person.one(f'.grid [data-place="{place}"]').get_attribute("class").count("corrected"), "not shown as corrected"
    person.picture("corrected-1280")
    person.press("u")
    person.wait(lambda: person.all(".findings .failure"), "undone, the finding is not back")
    assert person.chosen() == place
    person.press("x", "看不清", Keys.ENTER)
    person.wait(lambda: "无法辨认" in person.one(".side").text or person.chosen() != place, "not marked unreadable")
    person.press("u")
    person.wait(lambda: person.chosen() == place, "undone, another cell is chosen")
    return place


def moves_and_changes_rows(person):
    rows = lambda: len(person.all(".grid tr"))
    before = rows()
    person.press(Keys.ARROW_DOWN)
    person.one("details.structure summary").click()
    buttons = person.all("details.structure button")
    buttons[0].click()
    person.wait(lambda: rows() == before + 1, "no row was inserted")
    person.run("document.activeElement.blur()")
    person.press("u")
    person.wait(lambda: rows() == before, "the row is not taken out again")
    zoom = lambda: person.run("return document.querySelector('.sheet').getBoundingClientRect().width")
    width = zoom()
    person.press("+")
    person.wait(lambda: zoom() > width, "no zoom")
    person.press("-")
    person.press("t")
    person.press("?")
    person.one("dialog[open]")
    person.picture("help-1280")
    person.press(Keys.ESCAPE)
    person.press(Keys.ESCAPE)
    person.one(".listing")


def filters(person):
    rows = lambda: [row.text for row in person.all(".list tbody tr")]
    person.one(".list tbody tr a")
    everything = len(rows())
    person.press("/")
    person.press("科普活动")
    person.wait(lambda: 0 < len(rows()) < everything, "the search does not narrow the list")
    person.press(Keys.CONTROL + "a", Keys.DELETE, Keys.ESCAPE)
    person.wait(lambda: len(rows()) == everything, "the list is not whole again")
    state = person.one("select[name=state]")
    state.find_element(By.CSS_SELECTOR, "option[value=open]").click()
    person.wait(lambda: len(rows()) < everything and "faulty" in rows()[0], "no narrowing to open ones")
    state.find_element(By.CSS_SELECTOR, "option[value='']").click()
    person.wait(lambda: len(rows()) == everything, "the list is not whole again")


def narrow_window(person):
    person.resize(390)
    check_layout(person)
    person.picture("list-390")
    open_document(person, "faulty")
    person.one(".box.chosen")
    check_layout(person)
    person.picture("document-390")
    person.resize(1280)
    person.press(Keys.ESCAPE)
    person.one(".listing")


def walks_a_sample(person):
    """By keyboard only, to the end."""
    subprocess.run([program, "sample", folder, "--error-rate", "0.2", "--confidence", "0.9", "--seed", "5", "-q"],
                   check=True, stdout=subprocess.DEVNULL)
    person.driver.refresh()
    person.one(".list tbody tr a")
    link = person.one(".top a")
    link.send_keys(Keys.ENTER)
    progress = lambda: person.one(".samplebar").text
    person.wait(lambda: "已看 0 / 11" in progress(), "the sample does not begin")
    person.one(".grid .chosen")
    person.picture("sample-1280")
    for seen in range(1, 12):
        place = person.chosen()
        if seen == 4:
            person.press("e", "987.65", Keys.ENTER)
        else:
            person.press(Keys.ENTER)
        person.wait(lambda: f"已看 {seen} / 11" in progress(), f"{seen} was not counted")
        if seen < 11:
            person.wait(lambda: person.chosen() != place or "d/" in person.driver.current_url, "it does not go on")
    result = subprocess.run([program, "sample", "result", folder, "--format", "json"], check=True, capture_output=True)
    outcome = json.loads(result.stdout)
    assert (outcome["seen"], outcome["wrong"], outcome["finished"]) == (11, 1, True), outcome
    person.press(Keys.ESCAPE)
    person.one(".listing")


def two_at_once(address, place):
    """The second to save a cell is told of the first, and nothing is lost."""
    one, two = Person(address), Person(address)
    for person, name in ((one, "王芳"), (two, "李强")):
        person.one(".list")
        person.run("localStorage.setItem('juesuan-reviewer', arguments[0])", name)
        open_document(person, "faulty")
        person.one(f'.grid [data-place="{place}"]').click()
    one.press("e", "1.11", Keys.ENTER)
    one.message("已保存")
    two.press("e", "2.22", Keys.ENTER)
    two.message("王芳.*1\\.11")
    two.picture("overtaken-1280")
    assert "1.11" in two.one(f'.grid [data-place="{place}"]').text, "the first one's word is not shown"
    two.one(".message button:last-child").click()
    two.wait(lambda: "2.22" in two.one(f'.grid [data-place="{place}"]').text, "the second one's word is not taken")
    two.one(f'.grid [data-place="{place}"]').click()
    history = two.one(".details").text
    assert "王芳" in history and "李强" in history, history
    one.quit()
    two.quit()


def exports(place):
    """What was corrected is in the data package, and what was printed stands beside it."""
    target = Path(folder).parent / "package"
    subprocess.run([program, "dataset", folder, "--format", "csv", "-o", target, "-q"], check=True, stdout=subprocess.DEVNULL)
    with (target / "records.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] == "corrected"]
    table, line, column = place.split("/")
    found = [row for row in rows if (row["table_id"], row["row"], row["column"]) == (table, line, column)]
    assert [(row["amount"], row["printed"]) for row in found] == [("2.22", "77.77")], found


def speaks_english(person):
    person.one(".top button").click()
    person.wait(lambda: "search" in person.one(".filters").text, "no English")
    check_layout(person)
    person.picture("english-1280")
    person.one(".top button").click()


def is_read_only():
    with server("--read-only") as address:
        person = Person(address)
        person.one(".list")
        open_document(person, "faulty")
        person.one(".details")
        assert not person.all(".actions"), "there is something to change"
        person.press("e", Keys.ENTER)
        assert not person.all("form.edit")
        person.quit()


def hostile_text(person):
    """Scripts and markup in a document's texts are texts, in names and cells, and 5 MB of it are too."""
    open_document(person, "hostile")
    person.one(".grid")
    assert not person.run("return window.stolen ?? null"), "a script of a document ran"
    assert not person.all("img[src='x']"), "markup of a document became markup"
    assert "<script>" in person.one(".grid").text
    check_layout(person)
    person.picture("hostile-1280")
    person.press(Keys.ESCAPE)
    person.one(".listing")


def report(path):
    person = Person(f"file://{path}")
    person.one(".grid")
    cell = person.one(".grid td.look")
    cell.click()
    person.one(".panel .details")
    assert person.one(".box.chosen").get_attribute("data-place") == cell.get_attribute("data-place")
    person.run("arguments[0].dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))", person.one(".grid td.amount"))
    assert person.all(".box.hover"), "hovering marks nothing on the page"
    image = person.one(".sheet img")
    person.wait(lambda: person.run("return arguments[0].naturalWidth > 500", image), "the page has no picture")
    check_layout(person)
    check_access(person)
    person.picture("report-1280")
    person.resize(390)
    check_layout(person)
    person.picture("report-390")
    person.quit()


def main():
    with server("--reviewer", "张三") as address:
        person = Person(address)
        place = corrects_by_keyboard(person)
        moves_and_changes_rows(person)
        filters(person)
        narrow_window(person)
        hostile_text(person)
        speaks_english(person)
        walks_a_sample(person)
        person.quit()
        two_at_once(address, place)
    exports(place)
    is_read_only()
    report(Path(folder) / "faulty" / "report.html")
    print("all done")


main()
