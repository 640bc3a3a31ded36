// A document: its pages, its tables beside them, and what is known of the cell that is chosen.
import {make, fill, shortened} from "./elements.js";
import {say, sayFinding} from "./words.js";
import {place} from "./model.js";
import {makeGrid} from "./grid.js";
import {makePaper} from "./paper.js";
import {makeDetails} from "./details.js";

/** Tables beside their pages, where hovering and choosing on one side shows on the other. */
export class TableSection {
  constructor(model, table, picture, choose) {
    this.model = model;
    this.table = table;
    this.gridMarks = new Map();
    this.paperMarks = new Map();
    this.papers = make("div.papers", {tabindex: 0, "aria-label": say("pages")},
      table.pages.map((page) => makePaper(model, table, page, picture, this.paperMarks)));
    this.sheet = make("div.gridpane", {tabindex: 0, "aria-label": table.title ?? table.id},
      makeCaption(table), makeGrid(model, table, this.gridMarks),
      table.note ? make("p.note", {}, shortened(table.note, 2000)) : null);
    this.element = make("section.table", {id: table.id}, this.papers, this.sheet);
    this.element.addEventListener("mouseover", (event) => this.hover(placeOf(event)));
    this.element.addEventListener("mouseleave", () => this.hover(null));
    this.element.addEventListener("click", (event) => {
      const at = placeOf(event);
      if (at) choose(...at.split("/").map((part, number) => (number ? Number(part) : part)));
    });
  }

  marks(key) {
    return [this.gridMarks.get(key), ...(this.paperMarks.get(key) ?? [])].filter(Boolean);
  }

  hover(key) {
    for (const mark of this.hovered ?? []) mark.classList.remove("hover");
    this.hovered = key ? this.marks(key) : [];
    for (const mark of this.hovered) mark.classList.add("hover");
  }

  /** Shows which cell is chosen; null for none. */
  choose(key, scrolls = true) {
    for (const mark of this.chosen ?? []) mark.classList.remove("chosen");
    this.chosen = key ? this.marks(key) : [];
    for (const mark of this.chosen) {
      mark.classList.add("chosen");
      if (scrolls) mark.scrollIntoView({block: "nearest", inline: "nearest"});
    }
  }
}

function placeOf(event) {
  return event.target.closest?.("[data-place]")?.dataset.place ?? null;
}

function makeCaption(table) {
  return make("header.caption", {},
    make("h2", {}, shortened(table.title ?? table.id, 120)),
    make("p", {}, [table.code, table.organisation, table.year, table.unit && `${say("unit")}：${table.unit}`]
      .filter(Boolean).map((text) => make("span", {}, shortened(String(text), 120)))));
}

/** Findings in words, with links to their cells. */
export function makeFindings(model, open) {
  if (!model.findings.length) return make("p.nofindings", {}, say("noFindings"));
  return make("ul.findings", {}, model.findings.map((finding) => {
    const [table, row, column] = finding.cells[0] ?? [];
    const where = [finding.page && say("page", finding.page), table && model.table(table)?.title, finding.row, finding.column]
      .filter(Boolean).map((text) => shortened(text, 60)).join(" · ");
    return make(`li.${finding.severity}`, {},
      make("span.code", {}, say(`finding.${finding.code}`)), " ",
      table ? make("a", {href: `#${place(table, row, column)}`, onclick: (event) => {
        event.preventDefault();
        open(table, row, column);
      }}, where) : where, " ", sayFinding(finding, model.checks));
  }));
}

/** The details of a cell, in a panel that stays. */
export function showDetails(panel, model, at, open, ...more) {
  const [id, row, column] = at ?? [];
  const table = id && model.table(id);
  const cell = table && model.cell(id, row, column);
  if (!cell) return fill(panel, make("p.pick", {}, say("pick")));
  return fill(panel,
    make("h3", {}, shortened(model.label(table, cell) || say("cell", row + 1, column + 1), 160)),
    ...more, makeDetails(model, table, cell, open));
}
