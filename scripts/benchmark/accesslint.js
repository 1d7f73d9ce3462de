// What AccessLint says of the open page. It has no word for "passed": a rule that says nothing is not counted as one.
(async () => {
  const {rules, runAudit, version} = AccessLint;
  const audit = runAudit(document, {includeAAA: true});
  const quiet = rules.map(rule => [rule.id, 'inapplicable']);
  return {
    version,
    said: [...quiet, ...audit.violations.map(one => [one.ruleId, 'failed'])],
    acts: rules.map(rule => [rule.id, rule.actRuleIds ?? []]),
  };
})()
