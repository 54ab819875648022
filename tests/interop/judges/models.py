"""datamodel-code-generator makes pydantic models of the open schema; they read every record and write it back unchanged."""
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

from pydantic import ValidationError

data, schemas = map(Path, sys.argv[1:3])
code = data.parent / "readout_models.py"
run = [sys.executable, "-m", "datamodel_code_generator", "--output-model-type", "pydantic_v2.BaseModel"]
run += ["--input", str(schemas / "readout.schema.json"), "--input-file-type", "jsonschema", "--output", str(code)]
said = subprocess.run(run, capture_output=True, text=True)
assert said.returncode == 0, said.stderr[-2000:]
spec = importlib.util.spec_from_file_location("readout_models", code)
models = importlib.util.module_from_spec(spec)
sys.modules["readout_models"] = models
spec.loader.exec_module(models)


def lines(name):
    return [json.loads(line) for line in (data / name).read_text(encoding="utf-8").split("\n") if line]


records = [record for name in ("examples", "random", "sample") for record in lines(f"{name}.ndjson")]
for record in records:
    back = json.loads(models.Readout.model_validate(record).model_dump_json(exclude_unset=True))
    assert back == record, f"changed: {json.dumps(back)[:1000]} was {json.dumps(record)[:1000]}"
refused = 0
changed = lines("changed.ndjson")
for case in changed:
    # To pydantic an optional field may be null.
    try:
        models.Readout.model_validate_json(json.dumps(case["record"]), strict=True)
        assert case["open"] or "null" in json.dumps(case["record"]), f"accepted: {json.dumps(case['record'])[:2000]}"
    except ValidationError as error:
        assert not case["open"], f"refused: {error}"
        refused += 1
assert len(records) > 10 and refused > 1000, f"only {len(records)} records, {refused} refused"
print(f"pydantic: {len(records)} records read and written unchanged, {refused} of {len(changed)} changed ones refused")
