// What QualWeb's ACT rules say of the open page, in its own words: passed, failed, warning (for people), inapplicable.
(async () => {
  const runner = new ACTRulesRunner({}, LocaleFetcher.transform('en'));
  const source = await (await fetch(location.href)).text();
  runner.configure({}).test({sourceHtml: source});
  const words = {warning: 'cantTell'};
  const rules = Object.values(runner.getReport().assertions);
  return {
    said: rules.map(rule => [rule.code, words[rule.metadata.outcome] ?? rule.metadata.outcome]),
    acts: rules.map(rule => [rule.code, [rule.mapping]]),
  };
})()
