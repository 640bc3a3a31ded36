// What the pages say, in Chinese and English.

const words = {
  title: ["决算核对", "juesuan review"],
  proved: ["已证明", "proved"],
  plausible: ["未证明", "plausible"],
  suspect: ["存疑", "suspect"],
  corrected: ["已更正", "corrected"],
  confirmed: ["已确认", "confirmed"],
  unreadable: ["无法辨认", "unreadable"],
  provedHint: ["行和列都认得，换成别的数，勾稽关系就不成立", "a relation would break were it another number"],
  plausibleHint: ["没有可疑之处，也没有关系可以证明", "nothing speaks against it, nothing proves it"],
  suspectHint: ["勾稽关系在此不成立，或读得没有把握", "a relation fails here, or it was read with doubt"],
  correctedHint: ["经人工更正", "changed by a person"],
  confirmedHint: ["人工看过，与原页一致", "a person found it as the page has it"],
  documents: ["份文件", "documents"],
  search: ["搜索单位、文件、文字", "search units, files, texts"],
  unit: ["单位", "unit"],
  year: ["年度", "year"],
  table: ["表", "table"],
  finding: ["问题", "finding"],
  state: ["状态", "state"],
  all: ["全部", "all"],
  open: ["待核对", "to look at"],
  reviewed: ["已核对", "reviewed"],
  clear: ["无疑问", "clear"],
  noTables: ["没有表", "no tables"],
  file: ["文件", "file"],
  pages: ["页", "pages"],
  tables: ["表", "tables"],
  page: ["第 {0} 页", "page {0}"],
  failures: ["不成立", "fails"],
  warnings: ["提示", "warnings"],
  misfits: ["不再适用的更正", "corrections that no longer fit"],
  previous: ["上一页", "previous"],
  next: ["下一页", "next"],
  range: ["第 {0}–{1}，共 {2}", "{0}–{1} of {2}"],
  none: ["没有符合条件的文件", "no document fits"],
  back: ["返回列表", "back to the list"],
  help: ["帮助", "help"],
  close: ["关闭", "close"],
  language: ["English", "中文"],
  accept: ["确认", "accept"],
  edit: ["更正", "correct"],
  save: ["保存", "save"],
  cancel: ["取消", "cancel"],
  undo: ["撤销", "undo"],
  note: ["备注", "note"],
  newText: ["原页上的内容", "what the page says"],
  printed: ["识读", "as read"],
  text: ["内容", "text"],
  amount: ["数值", "amount"],
  certainty: ["识别把握", "certainty of OCR"],
  doubt: ["疑问", "doubt"],
  history: ["记录", "history"],
  relations: ["勾稽关系", "relations"],
  holds: ["成立", "holds"],
  "holds-rounding": ["在四舍五入内成立", "holds within rounding"],
  fails: ["不成立", "fails"],
  warns: ["不成立（非官方关系）", "does not hold (not official)"],
  difference: ["相差 {0}，容许 {1}", "off by {0}, {1} allowed"],
  findings: ["问题", "findings"],
  noFindings: ["没有发现问题", "nothing found"],
  proveds: ["{0} 个数已证明，{1} 个未证明，{2} 个存疑", "{0} numbers proved, {1} plausible, {2} suspect"],
  zoomIn: ["放大", "zoom in"],
  zoomOut: ["缩小", "zoom out"],
  structure: ["调整行列", "rows and columns"],
  rowAbove: ["上方加一行", "insert row above"],
  rowBelow: ["下方加一行", "insert row below"],
  rowDelete: ["删除本行", "delete row"],
  rowMerge: ["与下一行合并", "merge with next row"],
  columnLeft: ["左侧加一列", "insert column left"],
  columnRight: ["右侧加一列", "insert column right"],
  columnDelete: ["删除本列", "delete column"],
  columnMerge: ["与右侧一列合并", "merge with next column"],
  cell: ["第 {0} 行第 {1} 列", "row {0}, column {1}"],
  pick: ["点选一格查看", "choose a cell"],
  noPicture: ["没有页面图像：找不到原 PDF", "no picture: the PDF is not where it was"],
  overtaken: ["{0} 在 {1} 已处理此处：{2}", "{0} was faster, at {1}: {2}"],
  takeTheirs: ["采用对方的", "keep theirs"],
  takeMine: ["仍用我的", "use mine"],
  "undo-later-first": ["其后还有修改，请先撤销后面的", "undo the later ones first"],
  "nothing-to-undo": ["没有可撤销的", "nothing to undo"],
  misfit: ["不适用：{0}", "does not fit: {0}"],
  "no-change": ["内容没有变化", "this is what stands there"],
  "read-only": ["只读", "read only"],
  "too-long": ["内容过长", "too long"],
  "not-a-correction": ["内容无法保存", "this cannot be saved"],
  failed: ["出错：{0}", "failed: {0}"],
  offline: ["服务没有回应", "the server does not answer"],
  saved: ["已保存", "saved"],
  reviewer: ["核对人", "reviewer"],
  sample: ["抽样核对", "sample"],
  sampleProgress: ["抽样 {0}：已看 {1} / {2}，错误 {3}", "sample {0}: {1} of {2} seen, {3} wrong"],
  sampleDone: ["抽样已全部看完，请运行 juesuan sample result", "all seen: run juesuan sample result"],
  onlyOpen: ["存疑处", "doubts"],
  tableOf: ["{0} / {1}", "{0} of {1}"],
  "kind.confirm": ["确认", "accepted"],
  "kind.correct": ["更正为 {0}", "corrected to {0}"],
  "kind.unreadable": ["无法辨认", "unreadable"],
  "kind.undo": ["撤销", "undone"],
  "kind.insert-row": ["加一行", "row inserted"],
  "kind.delete-row": ["删一行", "row deleted"],
  "kind.merge-rows": ["合并行", "rows merged"],
  "kind.insert-column": ["加一列", "column inserted"],
  "kind.delete-column": ["删一列", "column deleted"],
  "kind.merge-columns": ["合并列", "columns merged"],
  "finding.relation-fails": ["关系不成立", "relation fails"],
  "finding.unit-contradicted": ["单位有误", "unit contradicted"],
  "finding.wrong-figure": ["疑似错数", "wrong figure"],
  "finding.shifted-row": ["整行错列", "shifted row"],
  "finding.swapped-rows": ["两行互换", "swapped rows"],
  "finding.missing-row": ["疑似缺行", "missing row"],
  "finding.row-order": ["行序有误", "row order"],
  "finding.name": ["名称不符", "name"],
  "finding.missing-figure": ["文字缺数", "missing figure"],
  "finding.placeholder": ["未填写", "not filled in"],
  "finding.year": ["年份有误", "year"],
  "finding.missing-table": ["缺表", "missing table"],
  "say.relation-fails": ["{0} 不成立，相差 {1}", ""],
  "say.wrong-figure": ["此处 {0} 个关系不成立；若为 {2} 而非 {1}，则成立", ""],
  "say.shifted-row": ["{0} 个关系不成立；若本行数字左右错一列则成立", ""],
  "say.swapped-rows": ["{0} 个关系不成立；若本行与下一行数字互换则成立", ""],
  "say.missing-row": ["可能缺少一行", ""],
  "say.row-order": ["行次或编码的次序不对", ""],
  "say.name": ["别处称“{2}”", ""],
  "say.missing-figure": ["文字中单位前没有数字", ""],
  "say.placeholder": ["此处未填写", ""],
  "say.year": ["此处应为 {2}", ""],
  "say.unit-contradicted": ["本表单位印作{1}，与正文或其他表相比只有按{2}才一致", ""],
  "say.missing-table": ["目录列有此表，正文没有", ""],
  keys: [
    [["j / k", "下一处、上一处"], ["↑ ↓ ← →", "移到相邻的格"], ["Enter", "确认；列表中打开"], ["e", "更正"],
      ["x", "无法辨认"], ["u", "撤销最后一条"], ["+ / −", "放大、缩小"], ["t / T", "下一张表、上一张表"], ["/", "搜索"],
      ["Esc", "返回、取消"], ["?", "本帮助"]],
    [["j / k", "next, previous place"], ["↑ ↓ ← →", "the next cell"], ["Enter", "accept; open, in the list"], ["e", "correct"],
      ["x", "unreadable"], ["u", "undo the last entry"], ["+ / −", "zoom"], ["t / T", "next, previous table"], ["/", "search"],
      ["Esc", "back, cancel"], ["?", "this help"]],
  ],
};

let language = 0;
try {
  language = localStorage.getItem("juesuan-language") === "en" ? 1 : 0;
} catch {
  // a file opened from disk may have no storage
}

/** The word for `key`; `{0}` … are replaced. */
export function say(key, ...values) {
  const text = words[key]?.[language] ?? key;
  return typeof text === "string" ? text.replace(/\{(\d)\}/g, (_, n) => values[n] ?? "") : text;
}

export function isChinese() {
  return language === 0;
}

export function switchLanguage() {
  language = 1 - language;
  try {
    localStorage.setItem("juesuan-language", language ? "en" : "zh");
  } catch {
    // it holds until the page is closed
  }
  document.documentElement.lang = language ? "en" : "zh-CN";
}

/** A finding in words: its own in English, put together in Chinese. */
export function sayFinding(finding, checks) {
  if (!isChinese()) return finding.message;
  const check = checks.get(finding.checks[0]);
  if (finding.code === "relation-fails") {
    return check ? say("say.relation-fails", check.relation, check.difference) : finding.message;
  }
  return say(`say.${finding.code}`, finding.checks.length, finding.printed ?? "", finding.mend ?? "");
}
