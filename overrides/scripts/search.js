// Searches inside the guides with Pagefind, whose files are fetched when the reader presses the button and not before.
// A browser that cannot read this script follows the form to the list of all guides (docs/design/search.md).
{
  const get = id => document.getElementById(id);
  const field = get("words"), said = get("said"), list = get("found"), more = get("more");
  const shown = Number(list.dataset.shown);
  // The root of the site, which may be a folder of its host.
  const root = new URL("..", document.currentScript.src).pathname;
  let engine, hits, turn = 0;

  // Without a worker: the policy of this page would not hold there.
  const start = async () => {
    const {createInstance} = await import("../search-index/pagefind.js");
    return createInstance({noWorker: true, baseUrl: root});
  };

  // Pagefind gives text in which <mark> stands around each word that was found, and < and > are written as in HTML.
  const excerpt = text => {
    const about = document.createElement("span");
    about.className = "about";
    text.split(/<\/?mark>/).forEach((part, at) => {
      const piece = document.createElement(at % 2 ? "mark" : "span");
      piece.textContent = part.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      about.append(piece);
    });
    return about;
  };

  const item = guide => {
    const line = document.createElement("li"), link = document.createElement("a");
    link.href = guide.url;
    link.textContent = guide.meta.title;
    // A title that was never translated.
    if (guide.meta.lang) {
      link.lang = guide.meta.lang;
      link.dir = "auto";
    }
    line.append(link, " ", excerpt(guide.excerpt));
    return line;
  };

  // The next few guides; each is a file of its own.
  const next = async () => {
    const from = list.children.length;
    return Promise.all(hits.slice(from, from + shown).map(hit => hit.data()));
  };

  const add = guides => {
    list.append(...guides.map(item));
    list.hidden = !hits[0];
    more.hidden = list.children.length >= hits.length;
  };

  const failed = () => {
    engine = null;
    said.textContent = said.dataset.failed;
  };

  const search = async () => {
    const words = field.value.trim(), mine = ++turn;
    list.textContent = "";
    list.hidden = more.hidden = true;
    history.replaceState({asked: words}, "", words ? "?q=" + encodeURIComponent(words) : location.pathname);
    said.textContent = words && said.dataset.wait;
    if (!words) return;
    try {
      engine = engine || await start();
      const found = await engine.search(words);
      if (mine !== turn) return;
      hits = found.results;
      const guides = await next();
      if (mine !== turn) return;
      add(guides);
      said.textContent = said.dataset[hits[0] ? "some" : "none"].replace("{n}", hits.length);
    } catch (reason) {
      if (mine === turn) failed();
    }
  };

  field.form.onsubmit = event => {
    event.preventDefault();
    search();
  };
  // The focus goes to the first of the new guides, for the button may be gone.
  more.onclick = async () => {
    const from = list.children.length, mine = turn;
    try {
      const guides = await next();
      if (mine !== turn || from !== list.children.length) return;
      add(guides);
      list.children[from].querySelector("a").focus();
    } catch (reason) {
      failed();
    }
  };
  field.value = new URLSearchParams(location.search).get("q") || field.value;
  // Who comes back or loads again has paid already; who was sent the address has not, and is asked.
  if (history.state && history.state.asked === field.value) search();
}
