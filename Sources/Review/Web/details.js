// What is known of one cell.
import {make, shortened} from "./elements.js";
import {say, sayFinding} from "./words.js";
import {place} from "./model.js";

/** A list of terms and what they say; `open(table, row, column)` goes to another cell. */
export function makeDetails(model, table, cell, open) {
  const rows = [];
  const add = (term, ...content) => rows.push(make("dt", {}, term), make("dd", {}, ...content));
  add(say("printed"), make("span.raw", {}, shortened(cell.raw || "—", 2000)));
  if (cell.text !== cell.raw) add(say("text"), make("span.raw", {}, shortened(cell.text || "—", 2000)));
  if (cell.status) {
    add(say("amount"), cell.amount ?? "—", " ", make(`span.status.${cell.status}`, {}, say(cell.status)),
      make("span.hint", {}, " " + say(`${cell.status}Hint`)));
  }
  if (cell.certainty !== undefined) add(say("certainty"), `${Math.round(cell.certainty * 100)}%`);
  if (cell.doubt) add(say("doubt"), shortened(cell.doubt, 500));
  const findings = model.findingsAt.get(place(table.id, cell.row, cell.column)) ?? [];
  if (findings.length) add(say("findings"), ...findings.map((finding) => make("p", {}, sayFinding(finding, model.checks))));
  const checks = (cell.checks ?? []).map((id) => model.checks.get(id)).filter(Boolean);
  if (checks.length) add(say("relations"), makeChecks(model, checks, open));
  const history = model.history(table.id, cell.row, cell.column);
  if (history.length) add(say("history"), ...history.map(makeEntry));
  return make("dl.details", {}, ...rows);
}

function makeChecks(model, checks, open) {
  const order = {fails: 0, warns: 1, "holds-rounding": 2, holds: 3};
  const sorted = [...checks].sort((a, b) => (order[a.result] ?? 9) - (order[b.result] ?? 9));
  return make("ul.checks", {}, sorted.slice(0, 12).map((check) =>
    make(`li.${check.result}`, {},
      make("code", {}, check.relation), " ", say(check.result),
      check.result === "holds" ? null : "：" + say("difference", check.difference, check.tolerance),
      make("span.terms", {}, check.cells.slice(0, 40).map(([table, row, column]) => {
        const cell = model.cell(table, row, column);
        return make("button.term", {
          type: "button", title: model.label(model.table(table), cell ?? {row, column}),
          onclick: () => open(table, row, column),
        }, shortened(cell?.text || "—", 24));
      })))));
}

export function makeEntry(entry) {
  const text = say(`kind.${entry.kind}`, shortened(entry.after, 60));
  return make("p.entry", {}, make("time", {datetime: entry.time}, entry.time.replace("T", " ").replace("Z", "")), " ",
    make("b", {}, shortened(entry.reviewer, 40)), " ", text, entry.note ? make("i", {}, " " + shortened(entry.note, 200)) : null);
}
