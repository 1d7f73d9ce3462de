// What IBM's checker says of the open page. A rule that maps single reasons to an ACT rule is one rule for each of them.
(async () => {
  const checker = new ace.Checker();
  const report = await checker.check(document, checker.rulesetIds);
  const rules = Object.values(checker.engine.ruleMap);
  const acts = [], said = [], of = {};
  for (const rule of rules) {
    of[rule.id] = [];
    for (const act of [].concat(rule.act ?? [])) {
      for (const [id, reasons] of typeof act === 'string' ? [[act, null]] : Object.entries(act)) {
        const name = reasons ? `${rule.id}@${id}` : rule.id;
        acts.push([name, [id]]);
        of[rule.id].push([name, reasons]);
      }
    }
    if (!of[rule.id].length) of[rule.id].push([rule.id, null]);
  }
  const plain = {FAIL: 'failed', POTENTIAL: 'cantTell', MANUAL: 'cantTell', PASS: 'passed'};
  const mapped = {fail: 'failed', pass: 'passed', cantTell: 'cantTell', cannotTell: 'cantTell'};
  for (const one of report.results) {
    for (const [name, reasons] of of[one.ruleId] ?? []) {
      said.push([name, (reasons ? mapped[reasons[one.reasonId]] : plain[one.value[1]]) ?? 'inapplicable']);
    }
  }
  // Nothing is reported of rules that found nothing to judge
  for (const rule of rules) for (const [name] of of[rule.id]) said.push([name, 'inapplicable']);
  return {said, acts};
})()
