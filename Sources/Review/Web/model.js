// A document as the pages work on it.

/** Statuses of numbers, in the order of the legend. */
export const statuses = ["proved", "plausible", "suspect", "corrected", "confirmed"];

export class DocumentModel {
  constructor({folder, log, misfits, document}) {
    this.folder = folder;
    this.source = document;
    this.log = log;
    this.misfits = misfits;
    this.id = document.source.sha256;
    this.tables = document.tables;
    this.pages = new Map(document.pages.map((page) => [page.page, page]));
    this.checks = new Map(document.checks.map((check) => [check.id, check]));
    this.findings = document.findings;
    this.cells = new Map();
    for (const table of this.tables) {
      for (const cell of table.cells) this.cells.set(place(table.id, cell.row, cell.column), cell);
    }
    this.findingsAt = new Map();
    for (const finding of this.findings) {
      for (const [table, row, column] of finding.cells) {
        const key = place(table, row, column);
        this.findingsAt.set(key, [...(this.findingsAt.get(key) ?? []), finding]);
      }
    }
  }

  /** The number of the last entry known. */
  get seen() {
    return this.log.at(-1)?.number ?? 0;
  }

  get name() {
    return this.source.organisation ?? this.source.source.file;
  }

  table(id) {
    return this.tables.find((table) => table.id === id);
  }

  cell(table, row, column) {
    return this.cells.get(place(table, row, column));
  }

  /** The cell that covers a place of the grid. */
  covering(table, row, column) {
    return this.cell(table.id, row, column) ?? table.cells.find((cell) =>
      cell.row <= row && row < cell.row + cell.rowSpan &&
      cell.column <= column && column < cell.column + cell.columnSpan);
  }

  /** Whether a person should look at the cell. */
  needsLook(table, cell) {
    if (cell.status === "corrected" || cell.status === "confirmed") return false;
    if (cell.status === "suspect" || cell.doubt) return true;
    const first = (finding) => finding.cells[0];
    return (this.findingsAt.get(place(table.id, cell.row, cell.column)) ?? []).some((finding) =>
      finding.severity === "failure" && first(finding)[1] === cell.row && first(finding)[2] === cell.column);
  }

  /** Places to look at; all numbers, where there are none. */
  walk() {
    const places = (test) => this.tables.flatMap((table) =>
      table.cells.filter((cell) => test(table, cell)).map((cell) => [table.id, cell.row, cell.column]));
    const open = places((table, cell) => this.needsLook(table, cell));
    return open.length ? open : places((_, cell) => cell.status !== undefined);
  }

  counts() {
    const counts = Object.fromEntries(statuses.map((status) => [status, 0]));
    for (const cell of this.cells.values()) if (cell.status) counts[cell.status] += 1;
    return counts;
  }

  /** Entries that no other takes back. */
  standing() {
    const undone = new Set(this.log.map((entry) => entry.undoes));
    return this.log.filter((entry) => entry.kind !== "undo" && !undone.has(entry.number));
  }

  /** What people said of a cell. */
  history(table, row, column) {
    return this.log.filter((entry) => entry.table === table && entry.row === row && entry.column === column);
  }

  /** The words left of and above a number. */
  label(table, cell) {
    const headers = [];
    for (let row = 0; row < table.header.length; row += 1) {
      const text = table.header[row][cell.column] ?? "";
      if (text && text !== headers.at(-1) && !/^\d+$/.test(text)) headers.push(text);
    }
    const row = table.rows[cell.row - table.header.length] ?? [];
    let name = "";
    for (let column = 0; column < cell.column; column += 1) {
      const other = this.cell(table.id, cell.row, column);
      if (other?.kind === "text" && row[column]) name = row[column];
    }
    return [name, headers.at(-1) ?? ""].filter(Boolean).join(" · ");
  }
}

export function place(table, row, column) {
  return `${table}/${row}/${column}`;
}
