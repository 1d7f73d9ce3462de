// Says whether a place is open, by its usual hours, on its own clocks. Without script, or in a browser that
// does not know the time zone, nothing is said: the hours are on the page. An alert may have closed the place.
(function () {
  var line = document.getElementById("open-now");
  function show() {
    var now = new Date(), clock, day, minute, open = "", i, span, spans;
    line.hidden = true;
    if (line.getAttribute("data-until") && now.toISOString().slice(0, 10) > line.getAttribute("data-until")) return;
    clock = new Intl.DateTimeFormat("en-US", {timeZone: line.getAttribute("data-zone"), weekday: "short",
      hour: "2-digit", minute: "2-digit", hour12: false}).format(now).match(/(\w+)\D+(\d+):(\d+)/);
    day = "MonTueWedThuFriSatSun".indexOf(clock[1]) / 3;
    minute = clock[2] % 24 * 60 + +clock[3];
    spans = line.getAttribute("data-week").split("|")[day].split(";");
    for (i = 0; i < spans.length; i++) {
      span = spans[i].split(",");
      if (minute >= +span[0] && minute < +span[1]) open = span[2];
    }
    line.textContent = open ? line.getAttribute("data-open").replace("{time}", open) : line.getAttribute("data-closed");
    line.hidden = false;
  }
  if (line && !document.querySelector("[data-alert]")) {
    try {
      show();
      setInterval(show, 60000);
    } catch (error) {
      line.hidden = true;
    }
  }
})();
