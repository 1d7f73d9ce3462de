// Filters the list of all guides by the words in the search field, best first. Without script the whole list stays.
// Both sides are folded by the same rules, those of all languages of the hub at once (docs/design/search.md).
{
  const get = id => document.getElementById(id);
  const field = get("q"), said = get("said"), list = get("found"), none = get("none"), all = get("all");
  // What has no other form in Unicode: Latin letters; Arabic ones that look alike or come from Persian keyboards.
  const same = {"ı": "i", "ə": "e", "œ": "oe", "æ": "ae", "ß": "ss", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"};
  let timer;

  // Without capitals, marks, harakat and tatweel; any digits as 0 to 9; ng' is one letter of Swahili.
  const folded = text => text.normalize("NFKD").toLowerCase()
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f]/g, "")
    .replace(/[^a-z]/g, letter => same[letter] || letter)
    .replace(/[٠-٩۰-۹]/g, digit => digit.charCodeAt(0) & 15)
    .replace(/ng['`ʼ‘’]/g, "ng");

  // joint: what stands for a hyphen inside a word. Old phones do not know \p{L}, so what is no letter is named.
  const words = (text, joint) => folded(text).replace(/(\S)[-‐-―](?=\S)/g, "$1" + joint)
    .split(/[\s!-/:-@[-`{-¿ʼ،؛؟\u2000-\u206f]+/).filter(word => word);

  // An Arabic word without its article and what is written together with it.
  const bare = word => word.replace(/^(وال|بال|لل|ال)(?=..)/, "");

  // All forms in which the words of a guide may be asked for.
  const forms = text => {
    const found = words(text, " ").concat(words(text, ""));
    return [...new Set(found.concat(found.map(bare)))];
  };

  // One letter is too much, missing or another one, or two neighbours have changed places.
  const near = (one, other) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const rest = one.slice(at), more = other.slice(at);
    return rest.slice(1) === more || rest === more.slice(1) || rest.slice(1) === more.slice(1)
      || rest[1] + rest[0] + rest.slice(2) === more;
  };

  const best = (word, those) => Math.max(...those.map(form => word === form ? 4 : form.startsWith(word) ? 3
    : word.length > 5 && form.startsWith(word.slice(0, -2)) ? 2 : word.length > 3 && near(word, form) ? 1 : 0));

  // All words are needed but the shortest (to, ya, на), which say little; of more than two, one may be missing.
  const points = (asked, guide) => {
    const found = asked.map(word => Math.max((word[2] ? 3 : 1) * best(word, guide.title), best(word, guide.more)));
    const missing = found.filter((each, at) => !each && asked[at][2]).length;
    return missing > (asked.length > 2) ? 0 : found.reduce((sum, each) => sum + each, 0);
  };

  const show = () => {
    const text = field.value.trim(), hits = [];
    // As it is typed, with hyphens left out, and as one word: e-TIMS, wheel chair.
    const asked = [words(text, " "), words(text, ""), words(text.replace(/ /g, "-"), "")];
    for (const guide of guides) {
      guide.points = Math.max(...asked.map(each => points(each.map(bare), guide)));
      if (guide.points) hits.push(guide);
    }
    hits.sort((one, other) => other.points - one.points || one.place - other.place);
    list.textContent = "";
    for (const hit of hits.slice(0, 50)) list.appendChild(hit.item.cloneNode(true));
    all.hidden = text;
    list.hidden = !hits[0];
    none.hidden = !text || hits[0];
    return said.dataset[!text ? "all" : !hits[0] ? "none" : hits[50] ? "many" : "some"].replace("{n}", hits.length);
  };

  const tell = () => {
    clearTimeout(timer);
    said.textContent = show();
    history.replaceState(null, "", field.value ? "?q=" + encodeURIComponent(field.value) : location.pathname);
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, 250);
  };

  // In a long list the editors' words stand in the line itself, with the country.
  const guides = [...all.querySelectorAll(".links > li:not([data-see])")].map((item, place) => ({item, place,
    title: forms(item.querySelector("a").textContent), more: forms(item.dataset.k || item.textContent)}));

  field.oninput = later;
  field.form.onsubmit = event => {
    event.preventDefault();
    tell();
  };
  field.value = new URLSearchParams(location.search).get("q") || field.value;
  // The list at once; the number a moment later, so that a screen reader has taken in the page and hears it change.
  if (field.value) {
    show();
    later();
  }
}
