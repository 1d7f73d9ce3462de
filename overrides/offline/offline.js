// Lists what is saved on this device and deletes it again; on the page of that name only.
// The words stand on the page, in data-* of #saved. What is done is said in #said; focus goes to what is next.
(async () => {
  const find = id => document.getElementById(id), list = find("list"), words = find("saved").dataset;
  const root = new URL(words.root, location).href, missed = decodeURIComponent(location.search.slice(1));
  const put = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
  const add = (inside, tag, values) => inside.appendChild(Object.assign(document.createElement(tag), values));
  const button = (inside, textContent, onclick) => add(inside, "button", {className: "notice", textContent, onclick});

  // A line of the list: {title, lang, dir, href, response, remove}. A part stands before the pages that were read.
  async function rows() {
    const found = [];
    for (const name of await caches.keys()) {
      const [at, lang, dir, start, title] = name.split("|"), cache = await caches.open(name), kept = await cache.keys();
      if (at == root && kept[0])
        found.unshift({title, lang, dir, href: root + start, response: await cache.match(kept[0]),
          remove: () => caches.delete(name)});
      if (name == root + "read")
        for (const one of kept) {
          const response = await cache.match(one);
          const page = new DOMParser().parseFromString(await response.clone().text(), "text/html");
          const {lang, dir} = page.documentElement;
          found.push({title: page.title, lang, dir, href: one.url, response, remove: () => cache.delete(one)});
        }
    }
    return found;
  }

  async function show() {
    const found = await rows();
    list.textContent = "";
    list.hidden = !(find("none").hidden = found[0]);
    find("all").hidden = !found[1];
    for (const {title, lang, dir, href, response, remove} of found) {
      const line = add(list, "li"), date = new Date(response.headers.get("date"));
      add(line, "a", {textContent: title, lang, dir, href});
      add(line, "p", {textContent: put(words.date.split("|")[date.getMonth()], {d: date.getDate(), y: date.getFullYear()})});
      button(line, words.label, async () => {
        const next = line.nextSibling || line.previousSibling;
        await remove();
        (next ? next.lastChild : find("said")).focus();
        line.remove();
        list.hidden = !(find("none").hidden = next);
        find("said").textContent = put(words.deleted, {title});
      }).setAttribute("aria-label", put(words.delete, {title}));
    }
  }

  if (missed.startsWith(root)) {
    find("never").hidden = false;
    find("again").href = missed;
  }
  if (!window.caches) return;
  find("bare").hidden = true;
  button(find("all"), words.all, async () => {
    if (!confirm(words.sure)) return;
    for (const {remove} of await rows()) await remove();
    find("said").focus();
    await show();
    find("said").textContent = words.emptied;
  });
  addEventListener("saved", show);
  await show();
})();
