// Keeps the pages that a reader has read, and shows them when there is no connection (docs/design/offline.md).
// Stands in the root of the hub, so that its scope is the whole hub, in whatever folder of its host that is.
// list: the page that lists what is saved, in the language of the address.
const root = registration.scope, folders = FOLDERS,
  key = url => url.replace(/[?#].*/, "").replace(/\/?$/, "/"),
  stored = url => caches.match(key(url)),
  list = url => root + folders.find(one => url.startsWith(root + one)) + "offline/";

// A new response: one that came by way of another address could not be shown.
async function keep(url, response) {
  const at = key(url), type = response.headers.get("content-type");
  if (response.ok && response.type == "basic" && /html|script/.test(type)) {
    const cache = await caches.open(root + (/script|offline.$/.test(type + at) ? "hub" : "read"));
    await cache.delete(at);
    await cache.put(at, new Response(response.body, response));
    const all = await cache.keys();
    if (all[LIMIT]) await cache.delete(all[0]);
  }
}

// What is needed later: the page itself, its list and the script of the list. Only the page where data are saved.
// From the browser's own store, where it has them: a page was fetched a moment ago.
async function prepare(url) {
  for (const one of (navigator.connection || 0).saveData ? [url] : [url, list(url), root + "scripts/offline.js"])
    await stored(one) || await keep(one, await fetch(one, {cache: "force-cache"}));
}

// A page that was kept says since when. The sentence, one for each month, is on the list of its language.
async function dated(url, copy) {
  const words = await stored(list(url)), date = new Date(copy.headers.get("date"));
  return words ? new Response((await copy.text()).replace(/<main.*?>/, '$&<p class="unknown">' +
    /data-copy="(.*?)"/.exec(await words.text())[1].split("|")[date.getMonth()]
      .replace("{d}", date.getDate()).replace("{y}", date.getFullYear())), copy) : copy;
}

// The page was never read here: on to the list, in another language where there is no other.
async function never(url) {
  for (const one of [url, ...folders.map(one => root + one)].map(list))
    if (await stored(one)) return Response.redirect(one + "?" + encodeURIComponent(url));
}

async function answer(event, url, page) {
  const copy = await stored(url), fresh = fetch(event.request).then(response => {
    event.waitUntil(keep(url, response.clone()).then(() => page && prepare(url)));
    if (copy && response.status > 499) throw 0;
    return response;
  });
  event.waitUntil(fresh);
  try {
    return await Promise.race([fresh, new Promise((_, stop) => copy && setTimeout(stop, 3000))]);
  } catch (_) {
    return page ? copy ? dated(url, copy) : never(url) : copy;
  }
}

oninstall = event => event.waitUntil(clients.matchAll({includeUncontrolled: true})
  .then(all => Promise.all([skipWaiting(), ...all.map(one => prepare(one.url))])));
onactivate = event => event.waitUntil(clients.claim());
onfetch = event => {
  const {mode, destination, url} = event.request, page = mode == "navigate";
  if (page || destination == "script") event.respondWith(answer(event, url, page));
};
