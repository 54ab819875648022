"""Validates every line of an NDJSON file under a schema, by the package that the first argument names."""

import json
import sys

package, schema, records = sys.argv[1:]
with open(schema, encoding="utf-8") as file:
    schema = json.load(file)
if package == "jsonschema":
    from jsonschema import Draft202012Validator as validator
else:
    from jsonschema_rs import Draft202012Validator as validator

is_valid = validator(schema).is_valid
with open(records, encoding="utf-8") as lines:
    for line in lines:
        if not is_valid(json.loads(line)):
            sys.exit(f"{package} rejects {line[:200]}")
