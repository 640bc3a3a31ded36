// The review: asks the server, shows the list or a document, and listens to keys.
import {make, fill, shortened} from "./elements.js";
import {say, switchLanguage} from "./words.js";
import {DocumentModel} from "./model.js";
import {DocumentList} from "./list.js";
import {Desk} from "./desk.js";

const app = document.getElementById("app");
const message = make("div.message", {role: "status", hidden: true});
const help = make("dialog", {"aria-label": say("help")});
let about;
let list;
let desk;
/** The sample that is walked: its number, its cells and what was found. */
let sample;

// The server

async function ask(path, body) {
  let response;
  try {
    response = await fetch(`api/${path}`, body === undefined ? {} : {
      method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body),
    });
  } catch {
    tell(say("offline"), true);
    return null;
  }
  const answer = await response.json().catch(() => ({error: "failed", message: response.statusText}));
  if (response.ok) return answer;
  if (answer.error === "overtaken") return {overtaken: answer.entry};
  const known = answer.error === "misfit" || answer.error === "failed" ? say(answer.error, shortened(answer.message, 200)) : say(answer.error);
  tell(known, true);
  return null;
}

/** Adds an entry; where somebody else was faster, asks whose word it shall be. */
async function send(entry) {
  const document = desk.model.id;
  const answer = await ask(`documents/${document}/corrections`, {...entry, reviewer: reviewer()});
  if (!answer) return null;
  if (!answer.overtaken) {
    tell(say("saved"));
    return new DocumentModel(answer);
  }
  const fresh = await ask(`documents/${document}`);
  if (!fresh) return null;
  const model = new DocumentModel(fresh);
  const other = answer.overtaken;
  tell(make("span", {}, say("overtaken", shortened(other.reviewer, 40), other.time.slice(11, 19), say(`kind.${other.kind}`, shortened(other.after, 60)))), true,
    make("button", {type: "button", onclick: () => quiet()}, say("takeTheirs")),
    make("button", {type: "button", onclick: async () => {
      quiet();
      await desk.say(entry.kind === "undo" ? {kind: "undo", undoes: entry.undoes} : {...entry, seen: desk.model.seen});
    }}, say("takeMine")));
  desk.take(model);
  return null;
}

function reviewer() {
  try {
    return localStorage.getItem("juesuan-reviewer") || about.reviewer;
  } catch {
    return about.reviewer;
  }
}

// Messages

let quietTimer;
function tell(content, isBad = false, ...buttons) {
  clearTimeout(quietTimer);
  message.className = isBad ? "message bad" : "message";
  fill(message, content, ...buttons);
  message.hidden = false;
  if (!buttons.length) quietTimer = setTimeout(quiet, isBad ? 6000 : 1500);
}

function quiet() {
  message.hidden = true;
}

function showHelp() {
  const name = make("input", {type: "text", value: reviewer(), name: "reviewer", onchange: (event) => {
    try {
      localStorage.setItem("juesuan-reviewer", event.target.value.trim());
    } catch {
      // the server's own name is used
    }
  }});
  fill(help, make("h2", {}, say("help")),
    make("table", {}, make("tbody", {}, say("keys").map(([key, text]) => make("tr", {}, make("td", {}, make("kbd", {}, key)), make("td", {}, text))))),
    make("label", {}, say("reviewer"), " ", name),
    make("p", {}, make("button", {type: "button", onclick: () => help.close()}, say("close"))));
  help.showModal();
}

// What is shown

function bar() {
  return make("header.top", {}, make("h1", {}, say("title")),
    make("div.tools", {},
      about.sample ? make("a", {href: `#/s/${about.sample}`}, say("sample")) : null,
      make("button", {type: "button", onclick: () => { switchLanguage(); show(); }}, say("language")),
      make("button", {type: "button", onclick: showHelp}, say("help"), " ", make("kbd", {}, "?"))));
}

async function showList() {
  desk = null;
  sample = null;
  document.title = say("title");
  about = await ask("about") ?? about;
  const values = list?.values;
  list = new DocumentList(about, ask, (id) => { location.hash = `#/d/${id}`; });
  if (values) list.values = values;
  fill(app, make("main", {}, bar(), list.element), message, help);
  await list.draw();
}

async function showDocument(id, at) {
  if (desk?.model.id !== id) {
    const answer = await ask(`documents/${id}`);
    if (!answer) return;
    list = list ?? null;
    desk = new Desk(new DocumentModel(answer), {
      send, readOnly: about.readOnly, sample: sample?.number ?? null, step: sample ? stepSample : null,
      moved: (place) => history.replaceState(null, "", `#/d/${id}/${place.join("/")}`),
    });
    document.title = desk.model.name;
    fill(app, make("main", {}, sample ? sampleBar() : null, desk.element), message, help);
  }
  if (at) desk.choose(...at);
  else if (!desk.at) desk.next(1);
}

// Samples

async function showSample(number) {
  sample = await ask(`samples/${number}`);
  if (!sample) return;
  const first = sample.cells.findIndex((cell) => cell[4] === null);
  sample.at = Math.max(0, first);
  if (!sample.cells.length) return;
  desk = null;
  await showSampleCell();
}

async function showSampleCell() {
  const [document, table, row, column] = sample.cells[sample.at];
  await showDocument(document, [table, row, column]);
}

/** Goes on after a word was said: the server knows what was found. */
async function stepSample(direction) {
  const at = sample.at;
  const answer = await ask(`samples/${sample.number}`);
  if (answer) sample = {...answer, at};
  const next = at + direction;
  if (sample.cells[next]) sample.at = next;
  if (sample.seen === sample.drawn) tell(say("sampleDone"));
  await showSampleCell();
  document.querySelector(".samplebar")?.replaceWith(sampleBar());
}

function sampleBar() {
  return make("p.legend.samplebar", {"aria-live": "polite"},
    make("b", {}, say("sampleProgress", sample.at + 1, sample.seen, sample.drawn, sample.wrong)));
}

// Where we are, and keys

async function show() {
  about = about ?? await ask("about");
  if (!about) return;
  const [, kind, id, table, row, column] = location.hash.split("/");
  if (kind === "d" && id) await showDocument(id, table ? [table, Number(row), Number(column)] : null);
  else if (kind === "s" && id) await showSample(id);
  else await showList();
}

window.addEventListener("hashchange", () => {
  // the link that led here has done its work: what is typed next is for the new view
  document.activeElement?.closest?.("a")?.blur();
  show();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.closest?.("input, textarea, select");
  if (event.key === "Escape") {
    if (help.open) return;
    if (!message.hidden && message.classList.contains("bad")) quiet();
    else if (desk?.isEditing) desk.showCell();
    else if (isTyping) event.target.blur();
    else if (desk) location.hash = "#/";
    return;
  }
  // buttons and links answer to Enter themselves
  if (isTyping || help.open || event.key === "Enter" && event.target.closest?.("button, a, summary")) return;
  if (event.key === "?") showHelp();
  else if (!(desk ?? list)?.key(event)) return;
  event.preventDefault();
});
show();
