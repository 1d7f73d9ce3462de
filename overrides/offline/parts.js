// Saves parts of the hub on this device: a button for each, after the words that say what it weighs.
// The words stand on the page, in data-* of #parts. Focus stays on the button; #said says what comes of it.
(() => {
  const find = id => document.getElementById(id), words = find("parts").dataset;
  const root = new URL(words.root, location).href, workers = navigator.serviceWorker && window.Worker;
  const put = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

  async function save({file, start, title, bytes, lang, dir}) {
    const tell = (text, n) => { find("said").textContent = put(text, {title, n}); };
    const {quota, usage} = navigator.storage ? await navigator.storage.estimate() : {};
    if (quota - usage < bytes) return tell(words.full);
    const worker = new workers(root + "scripts/save.js");
    tell(words.saving);
    worker.onerror = () => tell(words.failed);
    worker.onmessage = ({data}) => {
      dispatchEvent(new Event("saved"));
      tell(data ? words.done : words.failed, data);
    };
    worker.postMessage({root, file: root + file, name: [root, lang, dir, start, title].join("|")});
  }

  if (!workers) return;
  find("thrift").hidden = !(navigator.connection || {}).saveData;
  for (const line of document.querySelectorAll("[data-file]"))
    line.appendChild(Object.assign(document.createElement("button"), {className: "notice", textContent: words.label,
      onclick: () => save(line.dataset)})).setAttribute("aria-label", put(words.save, line.dataset));
})();
