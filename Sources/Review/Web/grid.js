// A table as rows and columns.
import {make, shortened} from "./elements.js";
import {say} from "./words.js";
import {place} from "./model.js";

/** The table; `marks` gets each cell's element by its place. */
export function makeGrid(model, table, marks) {
  const rows = table.header.length + table.rows.length;
  const lines = Array.from({length: rows}, () => make("tr"));
  const cells = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of cells) {
    if (!lines[cell.row]) continue;
    const key = place(table.id, cell.row, cell.column);
    const element = make(cell.kind === "header" ? "th" : "td", {
      rowspan: cell.rowSpan > 1 && cell.rowSpan,
      colspan: cell.columnSpan > 1 && cell.columnSpan,
      "data-place": key,
      class: classes(model, table, cell),
      tabindex: -1,
      "aria-label": cell.status ? `${shortened(cell.text, 80)} ${say(cell.status)}` : false,
    }, shortened(cell.text));
    lines[cell.row].append(element);
    marks.set(key, element);
  }
  return make("table.grid", {"aria-label": table.title ?? table.id},
    make("thead", {}, lines.slice(0, table.header.length)),
    make("tbody", {}, lines.slice(table.header.length)));
}

export function classes(model, table, cell) {
  const names = [cell.kind];
  if (cell.status) names.push(cell.status);
  if (model.needsLook(table, cell)) names.push("look");
  return names.join(" ");
}
