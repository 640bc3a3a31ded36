// Makes elements. Texts of documents go in as text and never as markup.

/** An element: `make("button.small", {title: "…", onclick: f}, "text", other, null)`. */
export function make(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked" || key === "disabled") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts an element where only `children` are. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Long texts would make lists unusable; the whole stands in the cell's details. */
export function shortened(text, limit = 300) {
  const visible = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "\u{fffd}");
  return visible.length > limit ? visible.slice(0, limit) + "…" : visible;
}
