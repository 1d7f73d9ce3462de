// Fetches a part of the hub for scripts/parts.js: one request, then every page of it is kept, or none.
// A page may ask for nothing itself (its policy); this is no page. Says how many pages, or 0.
onmessage = async ({data: {root, file, name}}) => {
  try {
    const response = await fetch(file), date = response.headers.get("date") || Date(), pages = await response.json();
    const read = await caches.open(root + "read"), part = await caches.open(name);
    const put = path => part.put(root + path, new Response(pages[path], {headers: {"content-type": "text/html; charset=utf-8", date}}));
    try {
      for (const path in pages) await put(path);
    } catch (full) {
      await caches.delete(name);
      throw full;
    }
    for (const path in pages) await read.delete(root + path);
    postMessage(Object.keys(pages).length);
  } catch (error) {
    postMessage(0);
  }
};
