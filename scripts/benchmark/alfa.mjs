// Judges pages with Siteimprove Alfa: one JSON document a line comes in, what its rules say goes out, a line each.
// Typed by benchmark/engines.py: node alfa.mjs FOLDER, where FOLDER has node_modules with Alfa in them.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { resolve } = createRequire(`${process.argv[2]}/`);
const load = name => import(pathToFileURL(resolve(`@siteimprove/${name}`)));
const [{ Audit }, { default: RULES, experimentalRules, alfaVersion }, { Node }, { Device }, { Request, Response },
  { Page }] = await Promise.all(['alfa-act', 'alfa-rules', 'alfa-dom', 'alfa-device', 'alfa-http', 'alfa-web'].map(load));
const rules = [...RULES, ...Object.values(experimentalRules)];
const device = Device.standard();

for await (const line of createInterface({ input: process.stdin })) {
  const began = process.cpuUsage();
  const page = Page.of(Request.empty(), Response.empty(), Node.from(JSON.parse(line), device), device);
  const said = [...await Audit.of(page, rules).evaluate()].map(one => [one.rule.uri.split('/').pop(), one.outcome]);
  const { user, system } = process.cpuUsage(began);
  console.log(JSON.stringify({ version: alfaVersion, said, seconds: (user + system) / 1e6 }));
}
