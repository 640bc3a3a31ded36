// One document on the desk: looked at, confirmed, corrected.
import {make, fill, shortened} from "./elements.js";
import {say} from "./words.js";
import {place, statuses} from "./model.js";
import {TableSection, makeFindings, showDetails} from "./document.js";
import {makeEntry} from "./details.js";

const zooms = [0.6, 0.8, 1, 1.25, 1.6, 2, 2.6, 3.4];

export class Desk {
  /** `send(entry)` adds an entry and gives the document as it is then, or null; `moved(at)` hears of the
   *  chosen cell; `step(direction)` goes on where a sample is walked, and is null elsewhere. */
  constructor(model, {send, moved, step, readOnly, sample}) {
    Object.assign(this, {model, send, moved, step, readOnly, sample});
    this.zoom = 2;
    this.at = null;
    this.title = make("h1");
    this.choice = make("select", {"aria-label": say("table"), onchange: () => this.openTable(this.choice.value)});
    this.counts = make("p.legend");
    this.stage = make("div.stage");
    this.controls = make("div.controls");
    this.panel = make("div", {"aria-live": "polite"});
    this.lists = make("div");
    this.element = make("div.work", {},
      make("header.top", {}, make("a", {href: "#/"}, say("back")), this.title,
        make("div.tools", {}, this.choice,
          make("button", {type: "button", "aria-label": say("zoomOut"), title: say("zoomOut"), onclick: () => this.setZoom(this.zoom - 1)}, "−"),
          make("button", {type: "button", "aria-label": say("zoomIn"), title: say("zoomIn"), onclick: () => this.setZoom(this.zoom + 1)}, "+"))),
      make("div.body", {}, this.stage,
        make("aside.side", {"aria-label": say("cell", "", "")}, this.controls, this.panel, this.counts, this.lists)));
    this.draw();
  }

  // The document

  /** Takes the document as it is after a change. */
  take(model) {
    this.model = model;
    const scrolls = this.section && [this.section.papers.scrollTop, this.section.sheet.scrollTop, this.section.sheet.scrollLeft];
    const at = this.at;
    this.section = null;
    this.draw();
    if (at) this.choose(...at);
    if (scrolls && this.section) {
      [this.section.papers.scrollTop, this.section.sheet.scrollTop, this.section.sheet.scrollLeft] = scrolls;
    }
  }

  draw() {
    const {model} = this;
    fill(this.title, shortened(model.name, 120), " ", make("small", {}, [model.source.year, model.folder].filter(Boolean).map((text) => shortened(String(text), 120)).join(" · ")));
    fill(this.choice, model.tables.map((table, number) => {
      const open = table.cells.filter((cell) => model.needsLook(table, cell)).length;
      return make("option", {value: table.id}, `${number + 1}. ${shortened(table.title ?? table.id, 40)}${open ? ` (!${open})` : ""}`);
    }));
    const counts = model.counts();
    fill(this.counts, statuses.map((status) => make(`span.status.${status}`, {title: say(`${status}Hint`)}, `${say(status)} ${counts[status]}`)));
    fill(this.lists, makeFindings(model, (...at) => this.choose(...at)), this.misfits());
    if (!this.at && model.tables.length) this.openTable((model.walk()[0] ?? [model.tables[0].id])[0]);
    this.showCell();
  }

  misfits() {
    if (!this.model.misfits.length) return null;
    const numbers = new Map(this.model.misfits.map((misfit) => [misfit.number, misfit.reason]));
    return make("section", {}, make("h3", {}, say("misfits")),
      this.model.log.filter((entry) => numbers.has(entry.number)).map((entry) =>
        make("div", {}, makeEntry(entry), make("p.hint", {}, shortened(numbers.get(entry.number), 200)))));
  }

  openTable(id) {
    const table = this.model.table(id);
    if (!table) return;
    const scale = () => Math.min(6, Math.max(1.5, 2 * zooms[this.zoom] * (window.devicePixelRatio > 1.5 ? 1.5 : 1)));
    this.section = new TableSection(this.model, table,
      (page) => `api/documents/${this.model.id}/pages/${page}?scale=${scale().toFixed(1)}`,
      (...at) => this.choose(...at));
    this.choice.value = id;
    fill(this.stage, this.section.element);
    this.setZoom(this.zoom, false);
  }

  setZoom(zoom, redraws = true) {
    const last = this.zoom;
    this.zoom = Math.min(zooms.length - 1, Math.max(0, zoom));
    if (redraws && last !== this.zoom && this.section) {
      this.openTable(this.section.table.id);
      if (this.at) this.section.choose(place(...this.at));
    }
    this.section?.papers.style.setProperty("--zoom", zooms[this.zoom]);
  }

  // The cell

  choose(table, row, column) {
    this.at = [table, row, column];
    if (this.section?.table.id !== table) this.openTable(table);
    this.section?.choose(place(table, row, column));
    this.showCell();
    this.moved(this.at);
  }

  get cell() {
    return this.at && this.model.cell(...this.at);
  }

  showCell() {
    showDetails(this.panel, this.model, this.at, (...at) => this.choose(...at));
    fill(this.controls, this.cell && !this.readOnly ? this.actions() : null);
  }

  actions() {
    const button = (name, key, act, style = "") => make(`button${style}`, {type: "button", onclick: act}, say(name), " ", make("kbd", {}, key));
    return [
      make("div.actions", {}, button("accept", "Enter", () => this.confirm(), ".main"), button("edit", "e", () => this.edit()),
        button("unreadable", "x", () => this.edit("unreadable")), button("undo", "u", () => this.undo())),
      this.structure(),
    ];
  }

  structure() {
    const [, row, column] = this.at;
    const cell = this.cell;
    const after = [row + cell.rowSpan, column + cell.columnSpan];
    const acts = [
      ["rowAbove", {kind: "insert-row", row}], ["columnLeft", {kind: "insert-column", column}],
      ["rowBelow", {kind: "insert-row", row: after[0]}], ["columnRight", {kind: "insert-column", column: after[1]}],
      ["rowMerge", {kind: "merge-rows", row, last: after[0]}], ["columnMerge", {kind: "merge-columns", column, last: after[1]}],
      ["rowDelete", {kind: "delete-row", row}], ["columnDelete", {kind: "delete-column", column}],
    ];
    return make("details.structure", {open: this.isStructureOpen, ontoggle: (event) => { this.isStructureOpen = event.target.open; }},
      make("summary", {}, say("structure")),
      make("div", {}, acts.map(([name, entry]) =>
        make("button", {type: "button", onclick: () => this.say({row, column, ...entry})}, say(name)))));
  }

  /** Adds an entry about the chosen cell or its table. */
  async say(entry) {
    const [table, row, column] = this.at;
    const model = await this.send({table, row, column, seen: this.model.seen, sample: this.sample ?? null, ...entry});
    if (model) this.take(model);
    return Boolean(model);
  }

  async confirm() {
    if (this.cell && await this.say({kind: "confirm"})) this.next(1);
  }

  /** Asks for what the page says, or why nobody can tell. */
  edit(kind = "correct") {
    if (!this.cell) return;
    const text = make("input", {type: "text", name: "after", value: this.cell.text, autocomplete: "off", spellcheck: "false"});
    const note = make("input", {type: "text", name: "note", autocomplete: "off"});
    const save = async (event) => {
      event.preventDefault();
      const entry = kind === "correct" ? {kind, after: text.value, note: note.value} : {kind, note: note.value};
      if (await this.say(entry)) this.next(1);
    };
    fill(this.controls, make("form.edit", {onsubmit: save},
      kind === "correct" ? make("label", {}, say("newText"), text) : make("b", {}, say("unreadable")),
      make("label", {}, say("note"), note),
      make("div.actions", {}, make("button.main", {type: "submit"}, say("save")),
        make("button", {type: "button", onclick: () => this.showCell()}, say("cancel"), " ", make("kbd", {}, "Esc")))));
    const first = kind === "correct" ? text : note;
    first.focus();
    first.select();
  }

  get isEditing() {
    return Boolean(this.controls.querySelector("form.edit"));
  }

  undo() {
    const last = this.model.standing().at(-1);
    if (!last) return null;
    this.at = last.kind.includes("row") || last.kind.includes("column") ? this.at : [last.table, last.row, last.column];
    return this.say({kind: "undo", table: last.table, row: last.row, column: last.column, undoes: last.number});
  }

  // Moving

  /** The next place to look at: of the sample, or of this document. */
  next(direction) {
    if (this.step) return this.step(direction);
    const walk = this.model.walk();
    if (!walk.length) return null;
    const order = new Map(this.model.tables.map((table, number) => [table.id, number]));
    const compare = (a, b) => order.get(a[0]) - order.get(b[0]) || a[1] - b[1] || a[2] - b[2];
    if (!this.at) return this.choose(...walk[0]);
    const next = direction > 0
      ? walk.find((other) => compare(other, this.at) > 0) ?? walk[0]
      : walk.findLast((other) => compare(other, this.at) < 0) ?? walk.at(-1);
    return this.choose(...next);
  }

  neighbour(rows, columns) {
    const table = this.section?.table;
    if (!table) return;
    const cell = this.cell;
    const row = cell ? (rows > 0 ? cell.row + cell.rowSpan : cell.row + rows) : 0;
    const column = cell ? (columns > 0 ? cell.column + cell.columnSpan : cell.column + columns) : 0;
    const other = this.model.covering(table, row, column);
    if (other) this.choose(table.id, other.row, other.column);
  }

  turnTable(direction) {
    const number = this.model.tables.findIndex((table) => table.id === this.section?.table.id);
    const table = this.model.tables[number + direction];
    if (!table) return;
    this.at = null;
    this.openTable(table.id);
    this.showCell();
  }

  /** Handles a key; true where it was one of the desk's. */
  key(event) {
    const acts = {
      j: () => this.next(1), k: () => this.next(-1),
      ArrowDown: () => this.neighbour(1, 0), ArrowUp: () => this.neighbour(-1, 0),
      ArrowRight: () => this.neighbour(0, 1), ArrowLeft: () => this.neighbour(0, -1),
      "+": () => this.setZoom(this.zoom + 1), "=": () => this.setZoom(this.zoom + 1), "-": () => this.setZoom(this.zoom - 1),
      t: () => this.turnTable(1), T: () => this.turnTable(-1),
    };
    const changes = {Enter: () => this.confirm(), e: () => this.edit(), x: () => this.edit("unreadable"), u: () => this.undo()};
    const act = acts[event.key] ?? (this.readOnly ? null : changes[event.key]);
    if (!act) return false;
    act();
    return true;
  }
}
