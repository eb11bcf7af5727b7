// What every page runs. A part of a page that a reader may never use says in data-part where its
// script is: it is loaded when the reader first comes to it, or at once where the address holds its
// state (data-state: the names in the query).

// An element with its attributes and children; text is never read as HTML.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat());
  return element;
}

const query = new URLSearchParams(location.search);
for (const part of document.querySelectorAll('[data-part]')) {
  const load = async () =>
    (await import(new URL(part.dataset.part, document.baseURI))).start({part, make});
  const isAsked = part.dataset.state?.split(' ').some((name) => query.has(name));
  if (isAsked) load();
  else part.addEventListener('focusin', load, {once: true});
}

// "/" leads to the search field, unless one is writing.
const field = document.getElementById('Query');
document.addEventListener('keydown', (event) => {
  const writes = event.target.closest?.('input, select, textarea');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writes || !field) return;
  event.preventDefault();
  field.focus();
});
