// jsonld.js expands every JSON-LD file in safe mode, which refuses a key or value that it would drop; no context is loaded.
// The triples go to FILE.nq, with which jsonld.py compares.
import fs from "node:fs";
import path from "node:path";
import jsonld from "jsonld";

const [folder] = process.argv.slice(2);
const documentLoader = (url) => {
  throw new Error(`asked the network for ${url}`);
};
let triples = 0;
for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".jsonld")).sort()) {
  const file = path.join(folder, name);
  const document = JSON.parse(fs.readFileSync(file, "utf8"));
  const quads = await jsonld.toRDF(document, { format: "application/n-quads", safe: true, documentLoader });
  if (quads.includes("_:")) throw new Error(`${name} has a blank node`);
  fs.writeFileSync(`${file}.nq`, quads);
  triples += quads.split("\n").length - 1;
}
if (triples === 0) throw new Error("no triples");
console.log(`jsonld.js: ${triples} triples, none dropped, no blank node`);
