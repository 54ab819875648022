// json-schema-to-typescript makes types of the open schema; tsc --strict compiles them, finds every record to be of them, and
// does not find a record so that has another term or lacks a key.
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const [folder, schemas] = process.argv.slice(2);
const modules = fileURLToPath(new URL("node_modules", import.meta.url));
const work = path.join(folder, "typescript");
fs.mkdirSync(work, { recursive: true });
const schema = JSON.parse(fs.readFileSync(path.join(schemas, "readout.schema.json"), "utf8"));
// Closed, so that misspelt keys are found.
fs.writeFileSync(path.join(work, "readout.ts"), await compile(schema, "Readout", { additionalProperties: false }));

const records = ["examples", "random", "sample"].flatMap((name) =>
  fs.readFileSync(path.join(folder, `${name}.ndjson`), "utf8").trim().split("\n"),
);
const check = (file, lines) => {
  const list = lines.map((line) => `  ${line},\n`).join("");
  const source = `import type { Readout } from "./readout";\nexport const records: Readout[] = [\n${list}];\n`;
  fs.writeFileSync(path.join(work, file), source);
  const options = ["--strict", "--noEmit", "--module", "esnext", "--moduleResolution", "bundler", "--types", ""];
  const run = spawnSync(process.execPath, [path.join(modules, "typescript/bin/tsc"), ...options, path.join(work, file)]);
  return { fine: run.status === 0, said: String(run.stdout) + String(run.stderr) };
};
const { fine, said } = check("records.ts", records);
if (!fine) throw new Error(said.slice(0, 2000));

const sample = records[records.length - 1];
const broken = [
  ["another term", sample.replace('"act":"support"', '"act":"sing"')],
  ["a misspelt key", sample.replace('"participants":', '"particpants":')],
  ["a number in a string", sample.replace('"sentence":3', '"sentence":"3"')],
  ["no events", sample.replace('"events":', '"occurrences":')],
];
for (const [name, line] of broken) {
  if (line === sample) throw new Error(`the sample does not hold ${name}`);
  const verdict = check("broken.ts", [line]);
  if (verdict.fine || !verdict.said.includes("error TS")) throw new Error(`${name} is accepted: ${verdict.said.slice(0, 500)}`);
}
console.log(`tsc --strict: ${records.length} records are of the generated types, ${broken.length} broken ones are not`);
