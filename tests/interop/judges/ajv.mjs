// ajv in strict mode says of valid and of changed records what chancery's schemas say, and validates the schemas themselves.
import fs from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020.js";

const [folder, schemas] = process.argv.slice(2);
const compile = (name) => new Ajv({ strict: true, validateSchema: true }).compile(read(path.join(schemas, name)));
const read = (file) => JSON.parse(fs.readFileSync(file, "utf8"));
const lines = (name) => fs.readFileSync(path.join(folder, name), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const expect = (what, expected, validate, value) => {
  if (validate(value) === expected) return;
  const errors = expected ? JSON.stringify(validate.errors) : "accepted";
  throw new Error(`${what}: ${errors}: ${JSON.stringify(value).slice(0, 2000)}`);
};

const open = compile("readout.schema.json");
const strict = compile("readout.strict.schema.json");
const envelope = compile("readouts.schema.json");

let valid = 0;
for (const name of ["examples", "random", "sample"]) {
  for (const record of lines(`${name}.ndjson`)) {
    expect(name, true, open, record);
    expect(name, true, strict, record);
    valid += 1;
  }
  expect(name, true, envelope, read(path.join(folder, `${name}.json`)));
}
let rejected = 0;
const changed = lines("changed.ndjson");
for (const { open: isOpen, strict: isStrict, record } of changed) {
  expect("changed, open", isOpen, open, record);
  expect("changed, strict", isStrict, strict, record);
  expect("changed, in a file", isStrict, envelope, { readouts: [record] });
  rejected += isStrict ? 0 : 1;
}
if (valid < 10 || rejected < 1000) throw new Error(`only ${valid} valid records, ${rejected} broken`);
console.log(`ajv: ${valid} valid records accepted, ${rejected} of ${changed.length} changed ones rejected, as chancery does`);
