"""Python's jsonschema says of valid and of changed records what chancery's schemas say; the metaschema accepts the schemas.

Python's `$` also matches before a last line feed, so only there it may accept more; no changed record ends a value so.
"""
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

data, schemas = map(Path, sys.argv[1:3])


def validator(name):
    schema = json.loads((schemas / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def lines(name):
    return [json.loads(line) for line in (data / name).read_text(encoding="utf-8").split("\n") if line]


checked = validator("readout.schema.json"), validator("readout.strict.schema.json")
envelope = validator("readouts.schema.json")
valid = 0
for name in "examples", "random", "sample":
    for schema in checked:
        for record in lines(f"{name}.ndjson"):
            schema.validate(record)
    envelope.validate(json.loads((data / f"{name}.json").read_text(encoding="utf-8")))
    valid += len(lines(f"{name}.ndjson"))
# Every tenth is enough for a slow judge; ajv.mjs looks at all of them.
changed = lines("changed.ndjson")
changed = changed[::10] + [case for case in changed[-60:]]
rejected = 0
for case in changed:
    for schema, key in zip(checked, ("open", "strict")):
        error = next(schema.iter_errors(case["record"]), None)
        assert (error is None) == case[key], f"{key}: {error or 'accepted'}: {json.dumps(case['record'])[:2000]}"
    rejected += not case["strict"]
assert valid > 10 and rejected > 100, f"only {valid} valid records, {rejected} broken"
print(f"jsonschema: {valid} valid records accepted, {rejected} of {len(changed)} changed ones rejected, as chancery does")
