// The script that the preview adds to each page. It listens to the server and renews the page when
// it is old: never part of a published guide.
#pragma once

#include <string_view>

namespace waymark {

inline constexpr std::string_view live_script = R"js('use strict';
(() => {
  const {page, style} = document.currentScript.dataset;
  const place = `waymark-place ${location.pathname}`;
  const firstPause = 250;  // ms
  const longestPause = 4000;
  let shownStyle = style;
  let source = null;
  let pause = firstPause;
  let box = null;

  // Back to where the reader was before the page renewed itself.
  function returnToPlace() {
    const kept = sessionStorage.getItem(place);
    if (kept === null) return;
    sessionStorage.removeItem(place);
    const [left, top] = JSON.parse(kept);
    const go = () => scrollTo({left, top, behavior: 'instant'});
    history.scrollRestoration = 'manual';
    go();
    addEventListener('load', () => {
      go();
      history.scrollRestoration = 'auto';
    });
  }

  function reload() {
    source.close();
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  }

  // Each old sheet goes when the new one is there, so that the page is never without.
  function renewStyles(number) {
    shownStyle = number;
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const sheet = old.cloneNode();
      const address = new URL(old.href);
      address.searchParams.set('waymark', number);
      sheet.href = address;
      sheet.addEventListener('load', () => old.remove());
      sheet.addEventListener('error', () => sheet.remove());
      old.after(sheet);
    }
  }

  const boxStyle = `
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh;
      overflow: auto; padding: 1rem; background: #1b1b1f; color: #f4f4f5;
      border-top: 4px solid #ff6b6b; font: 14px/1.5 system-ui, sans-serif; }
    h2 { margin: 0 0 .5rem; font-size: 1rem; }
    pre { margin: 0 0 1rem; font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap;
      overflow-wrap: anywhere; }
    a { color: #9ecbff; }
    button { float: right; font: inherit; }`;

  function element(name, ...children) {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  }

  // The text of the terminal, its place a link that opens an editor.
  function mistake({text, place, link}) {
    if (!place) return element('pre', text);
    const anchor = element('a', place);
    anchor.href = link;
    return element('pre', anchor, text.slice(place.length));
  }

  function showMistakes(mistakes) {
    box?.remove();
    box = null;
    if (mistakes.length === 0) return;
    box = document.createElement('waymark-mistakes');
    const root = box.attachShadow({mode: 'open'});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(boxStyle);
    root.adoptedStyleSheets = [sheet];
    const close = element('button', 'Close');
    close.addEventListener('click', () => box.remove());
    const count = mistakes.length === 1 ? '1 error' : `${mistakes.length} errors`;
    const shown = page === '0' ? '' : '; this is the last good guide';
    const section = element('section', close, element('h2', count + shown),
      ...mistakes.map(mistake));
    section.setAttribute('role', 'alert');
    root.append(section);
    document.body.append(box);
  }

  function hear(state) {
    pause = firstPause;
    if (String(state.page) !== page) return reload();
    if (String(state.style) !== shownStyle) renewStyles(String(state.style));
    showMistakes(state.mistakes);
  }

  // A page that nobody sees does not listen: a browser opens only six connections to one server.
  function listen() {
    source?.close();
    if (document.hidden) return;
    const opened = source = new EventSource('/_waymark/events');
    opened.onmessage = ({data}) => hear(JSON.parse(data));
    opened.onerror = () => {
      opened.close();
      setTimeout(() => opened === source && listen(), pause);
      pause = Math.min(2 * pause, longestPause);
    };
  }

  returnToPlace();
  document.addEventListener('visibilitychange', listen);
  listen();
})();
)js";

}  // namespace waymark
