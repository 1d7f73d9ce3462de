"""How a finding names an element: the shortest path of ids, tags and positions that leads to it."""

# A JavaScript function, to be put before scripts that report elements.
SELECTOR = """
function selector(element) {
  const steps = [];
  for (let here = element; here && here !== document.documentElement; here = here.parentElement) {
    if (here.id) { steps.unshift('#' + CSS.escape(here.id)); break; }
    const tag = here.localName;
    const same = [...(here.parentElement?.children ?? [])].filter(each => each.localName === tag);
    steps.unshift(same.length > 1 ? `${tag}:nth-of-type(${same.indexOf(here) + 1})` : tag);
  }
  return steps.join(' > ') || 'html';
}
function shown(element) {
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
}
"""
