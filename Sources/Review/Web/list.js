// The list of documents: those that need a person most come first.
import {make, fill, shortened} from "./elements.js";
import {say} from "./words.js";

const pageSize = 50;
const narrowings = ["search", "unit", "year", "table", "finding", "state"];

export class DocumentList {
  /** `ask(path)` gives the server's answer; `open(document)` shows a document. */
  constructor(about, ask, open) {
    this.about = about;
    this.ask = ask;
    this.open = open;
    this.values = Object.fromEntries(narrowings.map((name) => [name, ""]));
    this.offset = 0;
    this.chosen = 0;
    this.lines = [];
    this.element = make("div.listing");
  }

  draw() {
    const titles = new Map(this.about.titles);
    const counted = (entries, name) => entries.map(([value, count]) => [value, `${name(value)} (${count})`]);
    this.body = make("tbody");
    this.pager = make("div.pager", {role: "navigation"});
    fill(this.element,
      make("form.filters", {role: "search", onsubmit: (event) => event.preventDefault()},
        this.input("search", "wide"), this.input("unit"),
        this.choice("year", counted(this.about.years, (year) => year)),
        this.choice("table", counted(this.about.tables, (id) => titles.get(id) ?? id)),
        this.choice("finding", counted(this.about.findings, (code) => say(`finding.${code}`))),
        this.choice("state", ["open", "reviewed", "clear"].map((state) => [state, say(state)]))),
      make("table.list", {}, make("thead", {}, make("tr", {},
        ["unit", "year", "pages", "tables", "suspect", "failures", "warnings", "state"].map((name) =>
          make(name === "unit" || name === "state" ? "th" : "th.number", {scope: "col"}, say(name))))), this.body),
      this.pager);
    return this.load();
  }

  input(name, style = "") {
    const field = make("input", {type: "search", name, value: this.values[name], autocomplete: "off"});
    let timer;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.narrow(name, field.value), 150);
    });
    if (name === "search") this.searchField = field;
    return make("label", {class: style}, say(name), field);
  }

  choice(name, options) {
    const field = make("select", {name, onchange: (event) => this.narrow(name, event.target.value)},
      make("option", {value: ""}, say("all")),
      options.map(([value, text]) => make("option", {value}, shortened(text, 40))));
    field.value = this.values[name];
    return make("label", {}, say(name), field);
  }

  narrow(name, value) {
    this.values[name] = value;
    this.offset = 0;
    this.chosen = 0;
    return this.load();
  }

  async load() {
    const query = new URLSearchParams({offset: this.offset, limit: pageSize});
    for (const name of narrowings) if (this.values[name]) query.set(name, this.values[name]);
    const asked = this.asked = (this.asked ?? 0) + 1;
    const answer = await this.ask(`documents?${query}`);
    // a slower answer to an older question is none
    if (!answer || asked !== this.asked) return;
    this.lines = answer.documents;
    this.total = answer.total;
    this.show();
  }

  show() {
    fill(this.body, this.lines.length
      ? this.lines.map((line, number) => this.row(line, number))
      : make("tr", {}, make("td.empty", {colspan: 8}, say("none"))));
    const turn = (step) => () => {
      this.offset = Math.max(0, this.offset + step * pageSize);
      this.chosen = 0;
      return this.load();
    };
    const last = Math.min(this.total, this.offset + pageSize);
    fill(this.pager,
      make("button", {type: "button", disabled: this.offset === 0, onclick: turn(-1)}, say("previous")),
      make("span.progress", {"aria-live": "polite"}, say("range", this.total ? this.offset + 1 : 0, last, this.total)),
      make("button", {type: "button", disabled: last >= this.total, onclick: turn(1)}, say("next")));
    this.mark();
  }

  row(line, number) {
    const count = (value, label) => make("td.number", {"data-label": label}, String(value));
    const state = line.tables === 0 ? "noTables"
      : line.suspect + line.failures + line.misfits > 0 ? "open" : line.corrections > 0 ? "reviewed" : "clear";
    return make("tr", {"data-document": line.document, onclick: () => { this.chosen = number; this.mark(); }},
      make("td", {},
        make("a", {href: `#/d/${line.document}`}, shortened(line.organisation ?? line.file, 120)),
        make("div.file", {}, shortened(line.folder, 120))),
      count(line.year ?? "", say("year")), count(line.pages, say("pages")), count(line.tables, say("tables")),
      make("td.number", {"data-label": say("suspect")}, line.suspect ? make("span.status.suspect", {}, String(line.suspect)) : "0"),
      count(line.failures, say("failures")), count(line.warnings, say("warnings")),
      make("td", {"data-label": say("state")}, say(state), line.misfits ? ` · ${say("misfits")} ${line.misfits}` : null));
  }

  mark() {
    [...this.body.children].forEach((row, number) => row.classList.toggle("chosen", number === this.chosen));
  }

  /** Handles a key; true where it was one of the list's. */
  key(event) {
    if (event.key === "j" || event.key === "k") {
      this.chosen = Math.min(this.lines.length - 1, Math.max(0, this.chosen + (event.key === "j" ? 1 : -1)));
      this.mark();
      this.body.children[this.chosen]?.scrollIntoView({block: "nearest"});
    } else if (event.key === "Enter" && this.lines[this.chosen]) {
      this.open(this.lines[this.chosen].document);
    } else if (event.key === "/") {
      this.searchField.focus();
    } else {
      return false;
    }
    return true;
  }
}
