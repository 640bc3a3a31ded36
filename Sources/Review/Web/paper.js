// Pages as pictures, with the cells over them.
import {make} from "./elements.js";
import {say} from "./words.js";
import {place} from "./model.js";
import {classes} from "./grid.js";

/** A page of a table; `picture(page)` gives the address of its picture, or null. */
export function makePaper(model, table, number, picture, marks) {
  const page = model.pages.get(number);
  const paper = make("figure.paper", {"aria-label": say("page", number)});
  const sheet = make("div.sheet");
  if (page) sheet.style.aspectRatio = `${page.width} / ${page.height}`;
  const address = picture(number);
  if (address) {
    sheet.append(make("img", {
      src: address, alt: say("page", number), loading: "lazy", decoding: "async", draggable: "false",
      onerror: (event) => event.target.replaceWith(make("p.absent", {}, say("noPicture"))),
    }));
  } else {
    sheet.append(make("p.absent", {}, say("noPicture")));
  }
  for (const cell of table.cells) {
    if (cell.page !== number || !cell.box || !page) continue;
    const key = place(table.id, cell.row, cell.column);
    const box = make("div", {class: `box ${classes(model, table, cell)}`, "data-place": key});
    const [x0, y0, x1, y1] = cell.box;
    box.style.left = `${100 * x0 / page.width}%`;
    box.style.top = `${100 * y0 / page.height}%`;
    box.style.width = `${100 * (x1 - x0) / page.width}%`;
    box.style.height = `${100 * (y1 - y0) / page.height}%`;
    sheet.append(box);
    marks.set(key, [...(marks.get(key) ?? []), box]);
  }
  paper.append(sheet, make("figcaption", {}, say("page", number)));
  return paper;
}
