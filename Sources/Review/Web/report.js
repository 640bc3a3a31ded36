// A report that stands for itself: all tables of a document, one below the other.
import {make, fill} from "./elements.js";
import {say, switchLanguage} from "./words.js";
import {DocumentModel, place, statuses} from "./model.js";
import {TableSection, makeFindings, showDetails} from "./document.js";

function startReport() {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const model = new DocumentModel(read("data"));
  const pictures = read("pictures");
  const app = document.getElementById("app");
  const panel = make("aside.panel", {"aria-live": "polite"});
  let sections = new Map();

  function choose(table, row, column, scrolls = true) {
    for (const [id, section] of sections) section.choose(id === table ? place(table, row, column) : null, scrolls);
    showDetails(panel, model, [table, row, column], choose);
    panel.hidden = false;
  }

  function draw() {
    sections = new Map(model.tables.map((table) =>
      [table.id, new TableSection(model, table, (page) => pictures[page] ?? null, (...at) => choose(...at, false))]));
    const counts = model.counts();
    panel.hidden = true;
    fill(app,
      make("header.top.report", {},
        make("h1", {}, model.name, " ", make("small", {}, [model.source.year, model.source.source.file].filter(Boolean).join(" · "))),
        make("button", {type: "button", onclick: () => { switchLanguage(); draw(); }}, say("language"))),
      make("p.legend", {}, statuses.map((status) =>
        make(`span.status.${status}`, {title: say(`${status}Hint`)}, `${say(status)} ${counts[status]}`))),
      make("nav.contents", {}, model.tables.map((table) => make("a", {href: `#${table.id}`}, table.title ?? table.id))),
      makeFindings(model, choose),
      ...[...sections.values()].map((section) => section.element),
      panel);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.hidden = true;
  });
  document.body.classList.add("is-report");
  draw();
}

startReport();
