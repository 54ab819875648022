// Validates every line of an NDJSON file under a schema, by compiled ajv; reads block by block.
import fs from "node:fs";
import Ajv from "ajv/dist/2020.js";

const [schema, records] = process.argv.slice(2);
const isValid = new Ajv({ strict: true }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));

const file = fs.openSync(records);
const block = Buffer.alloc(1 << 20);
let kept = 0;
for (let read; (read = fs.readSync(file, block, kept, block.length - kept)) > 0; ) {
  const filled = kept + read;
  const end = block.lastIndexOf(10, filled - 1) + 1;
  for (const line of block.toString("utf8", 0, Math.max(end - 1, 0)).split("\n")) {
    if (line && !isValid(JSON.parse(line))) throw new Error(`ajv rejects ${line.slice(0, 200)}`);
  }
  kept = filled - end;
  block.copy(block, 0, end, filled);
}
if (kept) throw new Error("a line is longer than a block, or the last one has no end");
