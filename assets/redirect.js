// At an old address: forwards to the new one, and keeps the query and the #fragment.
const to = new URL(document.currentScript.dataset.to, location.href);
if (location.search) to.search = location.search;
if (location.hash) to.hash = location.hash;
location.replace(to);
