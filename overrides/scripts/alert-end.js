// An alert that has ended is taken off a page that nobody made again; where its end can be told, it is told.
// Asked for by the section of an alert and by its own page; without it, the text says until when the alert counts.
for (const alert of document.querySelectorAll("[data-alert],[data-mark],[data-now]")) {
  if (Date.parse(alert.querySelector("time").dateTime) <= Date.now()) {
    const over = alert.querySelector("[data-over]");
    if (over) over.hidden = false;
    else alert.remove();
  }
}
