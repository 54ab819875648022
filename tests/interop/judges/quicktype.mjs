// quicktype makes TypeScript, Go and Java of the open schema; the code compiles, reads every record and writes it back unchanged,
// but that Java writes a null for what is absent. TypeScript also refuses a term that is none.
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktypeMultiFile } from "quicktype-core";

const [folder, schemas] = process.argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
const schema = fs.readFileSync(path.join(schemas, "readout.schema.json"), "utf8");
const lines = ["examples", "random", "sample"].flatMap((name) =>
  fs.readFileSync(path.join(folder, `${name}.ndjson`), "utf8").trim().split("\n"),
);

async function generate(lang, files, rendererOptions = {}) {
  const work = path.resolve(folder, "quicktype", lang);
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
  await input.addSource({ name: "Readout", schema });
  const inputData = new InputData();
  inputData.addInput(input);
  const made = await quicktypeMultiFile({ inputData, lang, rendererOptions });
  for (const [name, { lines }] of made) fs.writeFileSync(path.join(work, name === "stdout" ? files.main : name), lines.join("\n"));
  for (const [name, text] of Object.entries(files.added)) fs.writeFileSync(path.join(work, name), text);
  return work;
}

function run(program, options, cwd, input) {
  const done = spawnSync(program, options, { cwd, input, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (done.error?.code === "ENOENT") return undefined;
  if (done.status !== 0) throw new Error(`${program} ${options.join(" ")}: ${(done.stderr + done.stdout).slice(0, 2000)}`);
  return done.stdout;
}

function compare(language, written, clean = (record) => record) {
  const back = written.trim().split("\n");
  if (back.length !== lines.length) throw new Error(`${language}: ${back.length} of ${lines.length} records came back`);
  back.forEach((line, index) => {
    if (!isDeepStrictEqual(clean(JSON.parse(line)), JSON.parse(lines[index]))) {
      throw new Error(`${language} changed a record: ${line.slice(0, 1000)} was ${lines[index].slice(0, 1000)}`);
    }
  });
  return language;
}

async function typescript() {
  const work = await generate("typescript", { main: "readout.ts", added: { "package.json": '{"type": "module"}' } });
  const tsc = path.join(here, "node_modules/typescript/bin/tsc");
  const options = ["--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--types", ""];
  run(process.execPath, [tsc, ...options, "readout.ts"], work);
  const { Convert } = await import(pathToFileURL(path.join(work, "readout.js")));
  const back = (line) => JSON.stringify(JSON.parse(Convert.readoutToJson(Convert.toReadout(line))));
  const broken = lines.at(-1).replace('"act":"support"', '"act":"sing"');
  let refused = false;
  try { back(broken); } catch { refused = true; }
  if (broken === lines.at(-1) || !refused) throw new Error("TypeScript reads an act that is none");
  return compare("TypeScript", lines.map(back).join("\n"));
}

async function go() {
  const main = `package main

import ("bufio"; "os")

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<30)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		record, err := UnmarshalReadout(in.Bytes())
		if err != nil { panic(err) }
		bytes, err := record.Marshal()
		if err != nil { panic(err) }
		out.Write(append(bytes, '\\n'))
	}
}
`;
  const added = { "main.go": main, "go.mod": "module readout\n\ngo 1.19\n" };
  const work = await generate("go", { main: "readout.go", added });
  if (run("go", ["build", "-o", "readout", "."], work) === undefined) return undefined;
  return compare("Go", run("./readout", [], work, `${lines.join("\n")}\n`));
}

async function java() {
  const main = `package io.quicktype;

import java.io.*;
import java.nio.charset.StandardCharsets;

public class Main {
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(Converter.toJsonString(Converter.fromJsonString(line)));
        }
        out.flush();
    }
}
`;
  const work = await generate("java", { main: "Readout.java", added: { "Main.java": main } }, { "array-type": "list" });
  const jars = process.env.JACKSON;
  // Debian's build of the library declares IOException too, the original does not.
  const converter = path.join(work, "Converter.java");
  fs.writeFileSync(converter, fs.readFileSync(converter, "utf8").replace("throws JsonProcessingException", "throws IOException"));
  const sources = fs.readdirSync(work).filter((name) => name.endsWith(".java"));
  if (!jars || run("javac", ["-encoding", "UTF-8", "-cp", jars, "-d", "classes", ...sources], work) === undefined) return undefined;
  const written = run("java", ["-cp", `${jars}:classes`, "io.quicktype.Main"], work, `${lines.join("\n")}\n`);
  const present = (value) => {
    if (Array.isArray(value)) return value.map(present);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null).map(([key, item]) => [key, present(item)]));
  };
  return compare("Java", written, present);
}

const languages = [];
for (const [name, judge] of Object.entries({ TypeScript: typescript, Go: go, Java: java })) {
  const judged = await judge();
  if (!judged && process.env.CI) throw new Error(`${name} is not installed`);
  languages.push(judged ?? `${name} skipped, since it is not installed`);
}
console.log(`quicktype: ${lines.length} records read and written unchanged by ${languages.join(", ")}`);
