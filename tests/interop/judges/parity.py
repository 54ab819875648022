"""docs/parity.md: which constraint of the record types JSON Schema, XSD, SHACL and the integrity rules enforce.

The rows follow from the strict JSON Schema and from the fixtures of the integrity rules. Each is a record that breaks one
constraint, in JSON, XML and JSON-LD; a cell is what a validator says of it. What one accepts needs a reason in CANNOT.
UPDATE=1 writes the page; otherwise it must be as committed.
"""
import json
import multiprocessing
import os
import re
import sys
from copy import deepcopy
from pathlib import Path

import pyshacl
from jsonschema import Draft202012Validator
from lxml import etree
from rdflib import Graph

data, schemas = map(Path, sys.argv[1:3])
page = Path("docs/parity.md")
read = lambda file: json.loads(file.read_text(encoding="utf-8"))
schema = read(schemas / "readout.strict.schema.json")
validator = Draft202012Validator(schema)
xsd = etree.XMLSchema(etree.parse(schemas / "readouts.xsd"))
shapes = Graph().parse(schemas / "shapes.ttl")
XML = "https://w3id.org/chancery/xml/0.1"
TYPES = {"Readout": schema} | {name: kind for name, kind in schema["$defs"].items() if "properties" in kind}

XS = "{http://www.w3.org/2001/XMLSchema}"
ELEMENTS = {
    kind.get("name"): {element.get("name") for element in kind.iter(f"{XS}element")}
    for kind in etree.parse(schemas / "readouts.xsd").iter(f"{XS}complexType")
}

ABSENT = "an absent array is an empty one"
TEXT = "all values are text"
ONE = "one value is an array of one"
FAR = "it depends on other values of the record"
# Values that break a form and can still be part of an IRI; others get one that no form allows.
MALFORMED = {"Urn": "urn:uuid:x", "LocalId": "a_b", "StateCode": "nor"}
# How to break each condition of the strict schema: base, object, key, new value (None: none).
CONDITIONS = {
    "The `id` of a state is its code.": ("example", ("actors", 0), "kind", "state"),
    "The `id` of an organization or a person is not three capital letters.": ("example", ("actors", 4), "id", "UNO"),
    "An event with a `date` has `date_evidence`.": ("example", ("events", 0), "date_evidence", []),
    "A call has no `place`.": ("example", ("events", 0), "type", "call"),
    "An anniversary has an `ordinal`.": ("example", ("references", 3), "ordinal", None),
    "Only an anniversary has an `ordinal`.": ("example", ("references", 0), "ordinal", 5),
    "Only an anniversary has `of`.": ("example", ("references", 0), "of", "reference-2"),
    "A statement with a `cue` has `cue_evidence`.": ("example", ("statements", 0), "cue_evidence", []),
    "An attributed statement has at least one of `speakers`.": ("example", ("statements", 0), "speakers", []),
    "Where `text_kept` is `full`, there is a `text`.": ("example", ("source",), "text", None),
    "Where `text_kept` is `quotes` or `none`, there is no `text`.": ("quotes", ("source",), "text", "a"),
    "Where `source.text_kept` is `quotes`, all evidence has `quote`, `prefix` and `suffix`.": (
        "quotes", ("events", 0, "evidence", 0), "quote", None,
    ),
    "Where `source.text_kept` is `full` or `none`, no evidence has them.": (
        "example", ("events", 0, "evidence", 0), "quote", "a",
    ),
    "Where `source.text_kept` is `full` or `quotes`, every statement has its `text`.": (
        "example", ("statements", 0), "text", None,
    ),
    "Where `source.text_kept` is `none`, no statement has a `text`.": ("no-text", ("statements", 0), "text", "a"),
}
# Why a form cannot enforce a kind of constraint.
CANNOT = {
    "XSD": {
        "array required": ABSENT,
        "array": ONE,
        "text": TEXT,
        "condition": "XML Schema 1.0 has no conditions",
        "rule": FAR,
    },
    "SHACL": {
        "array required": ABSENT,
        "array": ONE,
        "closed": "an unknown key is no triple",
        "unique": "a set of triples has none twice",
        "The `id` of an organization or a person is not three capital letters.": "IRIs of states are of another kind",
        "length of id": "not counted: the record's IRI stands before it",
        "rule": FAR,
    },
    "JSON Schema": {"rule": FAR},
}


def resolve(node):
    return schema["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node


def name_of(node):
    return node["$ref"].rsplit("/", 1)[1] if "$ref" in node else None


class Base:
    """A valid record in JSON and as JSON-LD."""

    def __init__(self, name):
        self.name = name
        self.json = read(data / f"{name}.json")["readouts"][0]
        document = read(data / f"{name}.jsonld")
        self.context, self.linked = document["@context"], document["readouts"][0]
        self.iris = {item["id"]: linked["id"] for key in ("actors", "events", "statements", "references")
                     for item, linked in zip(self.json[key], self.linked[key])}
        self.places = {}
        self.find("Readout", self.json, ())

    def iri(self, local):
        return self.iris.get(local) or f"{self.json['id']}#{local}"

    def find(self, kind, value, path):
        """Notes for each property of each type a place that has it."""
        for key, node in TYPES[kind]["properties"].items():
            if key not in value:
                continue
            if value[key] != [] or (kind, key) not in self.places:
                held = self.places.get((kind, key))
                if held is None or at(self.json, held)[key] == []:
                    self.places[kind, key] = path
            item = name_of(node.get("items", node))
            if item in TYPES:
                many = value[key] if "items" in node else [value[key]]
                for index, child in enumerate(many):
                    self.find(item, child, (*path, key, index) if "items" in node else (*path, key))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def renamed(value, old, new):
    if isinstance(value, list):
        return [renamed(item, old, new) for item in value]
    if isinstance(value, dict):
        return {key: renamed(item, old, new) for key, item in value.items()}
    return new if value == old else value


def name(item):
    return item.get("id") if isinstance(item, dict) else None


def overlay(linked, old, new, base):
    """JSON-LD of `new`, given that `linked` is of `old`."""
    if isinstance(new, dict) and isinstance(old, dict):
        out = {key: value for key, value in linked.items() if key not in old or key in new}
        for key, value in new.items():
            added = base.iri(value) if key == "of" else value
            out[key] = overlay(linked[key], old[key], value, base) if key in old else added
        return out
    if isinstance(new, list) and isinstance(old, list) and old:
        out = []
        for index, item in enumerate(new):
            same = [at for at, other in enumerate(old) if item in (other, name(other))] or [
                at for at, other in enumerate(old) if name(item) and name(item) == name(other)
            ]
            nearest = same[0] if same else min(index, len(old) - 1)
            below = overlay(linked[nearest], old[nearest], item, base)
            if not same and index > nearest and isinstance(item, dict) and "start" in item:
                below = below | {"id": below["id"] + "0"}
            out.append(below)
        return out
    if isinstance(old, list) and new in old:
        return linked[old.index(new)]
    if isinstance(new, str) and isinstance(old, str):
        local = linked != old and (old in linked)
        return linked if new == old else base.iri(new) if local else new
    return linked if new == old else new


def to_xml(value, kind, tag):
    """XML of a record that may be broken, laid out as chancery does."""
    element = etree.Element(f"{{{XML}}}{tag}", nsmap={None: XML})
    spell = lambda item: item if isinstance(item, str) else json.dumps(item)
    for key, item in value.items():
        node = TYPES[kind]["properties"].get(key, {})
        inner = node.get("items", node)
        free = "$ref" not in inner and inner.get("type") == "string"
        many = "items" in node
        if not many and not free and not isinstance(item, dict):
            if name_of(inner) in TYPES:
                etree.SubElement(element, f"{{{XML}}}{key}").text = spell(item)
            else:
                element.set(key, spell(item))
            continue
        # The element of an array bears the singular, where the key has one.
        name = key if key in ELEMENTS[kind] or key not in TYPES[kind]["properties"] else re.sub("ies$", "y", key)
        name = name if name in ELEMENTS[kind] else name.removesuffix("s")
        for one in item if isinstance(item, list) else [item]:
            if isinstance(one, dict):
                element.append(to_xml(one, name_of(inner), name))
            elif name_of(inner) == "LocalId":
                etree.SubElement(element, f"{{{XML}}}{name}").set("ref", spell(one))
            else:
                etree.SubElement(element, f"{{{XML}}}{name}").text = spell(one)
    return element


def verdicts(base, record):
    """Which of the three reject the record."""
    tree = etree.Element(f"{{{XML}}}readouts", nsmap={None: XML})
    tree.append(to_xml(record, "Readout", "readout"))
    linked = overlay(base.linked, base.json, record, base)
    document = json.dumps({"@context": base.context, "readouts": [linked]})
    graph = Graph().parse(data=document, format="json-ld")
    conforms = pyshacl.validate(graph, shacl_graph=shapes, inference="none", inplace=True)[0]
    return {"JSON Schema": not validator.is_valid(record), "XSD": not xsd.validate(tree), "SHACL": not conforms}


def judged(case):
    subject, constraint, sort, base, record = case
    return subject, constraint, sort, verdicts(BASES[base], record)


def changes(kind, key, node, value):
    """(what is constrained, its kind, the broken value or None for none) for one property that holds `value`."""
    required = key in TYPES[kind]["required"]
    many, inner = "items" in node, resolve(node.get("items", node))
    if required:
        yield "is there", "array required" if many else "required", None
    if many:
        yield "is an array", "array", value[0] if value else "x"
        if "minItems" in node:
            yield f"has at least {node['minItems']}", "count", []
        if "maxItems" in node:
            yield f"has at most {node['maxItems']}", "count", [*value, {"start": 0, "end": 1}]
        if node.get("uniqueItems") and value:
            yield "has none twice", "unique", [*value, value[-1]]
        if not value:
            return
    if "properties" in inner:
        if not many:
            yield "is an object", "object", "x"
        return
    wrap = (lambda new: [new, *value[1:]]) if many else lambda new: new
    if inner["type"] == "integer":
        yield "is an integer", "form", wrap("x")
        yield f"is at least {inner['minimum']}", "range", wrap(inner["minimum"] - 1)
        yield f"is at most {inner['maximum']}", "range", wrap(inner["maximum"] + 1)
    elif inner["type"] == "boolean":
        yield "is true or false", "form", wrap("x")
    elif "enum" in inner:
        yield "is a term", "form", wrap("no-term")
    elif "pattern" in inner:
        yield f"is of the form {inner['title']}", "form", wrap(MALFORMED.get(inner["title"], "~ "))
        if inner["title"] == "LocalId":
            yield f"is at most {inner['maxLength']} long", "length of id", wrap("a" * (inner["maxLength"] + 1))
    else:
        yield "is text", "text", wrap(7)
        if inner.get("minLength"):
            yield "is not empty", "length", wrap("")
        if "maxLength" in inner:
            yield f"is at most {inner['maxLength']} long", "length", wrap("a" * (inner["maxLength"] + 1))


def broken():
    """(subject, constraint, kind, name of the base, record) for each constraint."""
    bases = [BASES["example"], BASES["quotes"]]
    for kind, shape in TYPES.items():
        for key, node in shape["properties"].items():
            base = next(base for base in bases if (kind, key) in base.places)
            path = base.places[kind, key]
            value = at(base.json, path)[key]
            for constraint, sort, new in changes(kind, key, node, value):
                record = deepcopy(base.json)
                if name_of(node) == "LocalId" and isinstance(new, str):
                    # Renamed wherever it stands, so that only its form is wrong.
                    record = renamed(record, value, new)
                elif new is None:
                    del at(record, path)[key]
                else:
                    at(record, path)[key] = new
                yield f"{kind}.{key}", constraint, sort, base.name, record
        path = base.places[kind, key]
        record = deepcopy(base.json)
        at(record, path)["unknown"] = "1"
        yield kind, "has no unknown key", "closed", base.name, record
        for key, others in shape.get("dependentRequired", {}).items():
            base = BASES["example"]
            path = base.places[kind, key]
            record = deepcopy(base.json)
            del at(record, path)[others[0]]
            yield kind, f"where there is `{key}`, there is `{others[0]}`", "condition", base.name, record
        for rule in shape.get("allOf", []):
            name, path, key, new = CONDITIONS[rule["description"]]
            base = BASES[name]
            record = deepcopy(base.json)
            if key == "id":
                record = renamed(record, at(record, path)[key], new)
            elif new is None:
                del at(record, path)[key]
            else:
                at(record, path)[key] = new
            yield kind, rule["description"], "condition", base.name, record
    base = BASES["sample"]
    for file in sorted(Path("tests/fixtures/invalid").glob("*.json")):
        record = read(file)
        if validator.is_valid(record):
            yield f"`{file.stem}`", "", "rule", base.name, record


BASES = {name: Base(name) for name in ("example", "quotes", "no-text", "sample")}
for base in BASES.values():
    said = verdicts(base, base.json)
    assert not any(said.values()), f"a valid record is rejected by {said}: {xsd.error_log.last_error}"
rows, faults, enforced = [], [], {}
with multiprocessing.get_context("fork").Pool(2) as pool:
    tried = pool.map(judged, broken(), chunksize=8)
for subject, constraint, sort, said in tried:
    cells = []
    for form, rejected in said.items():
        reason = CANNOT[form].get(constraint, CANNOT[form].get(sort))
        if not rejected and reason is None:
            faults.append(f"{form} accepts a record that breaks: {subject} {constraint} ({sort})")
        enforced[form] = enforced.get(form, 0) + rejected
        cells.append("enforced" if rejected else f"cannot: {reason}")
    cells.append("enforced" if sort == "rule" else "not needed")
    rows.append((subject, constraint, *cells))
assert not faults, "\n".join(faults)
assert len(rows) > 250, f"only {len(rows)} constraints"

counts = ", ".join(f"{form} {count}" for form, count in enforced.items())
text = f"""# Who enforces what

Made by `UPDATE=1 tests/interop/run`; do not edit. Each row is one constraint, and every cell was tried with a record that breaks
it: *enforced* where the validator rejected the record. JSON Schema is `readout.strict.schema.json`, by which `chancery validate`
judges the shape of records. Its integrity rules, named by the fixture that breaks one, judge what depends on several values; a
rule that other forms enforce is one that the fixture's record breaks in their form too. To take an array away also breaks the
references to its members, and the conditions on it, where there are any.

Of {len(rows)} constraints are enforced: {counts}.

| of | constraint | JSON Schema | XSD | SHACL | integrity rule |
|---|---|---|---|---|---|
"""
text += "".join(f"| {' | '.join(row)} |\n" for row in rows)
if os.environ.get("UPDATE"):
    page.write_text(text, encoding="utf-8")
assert page.exists() and page.read_text(encoding="utf-8") == text, f"{page} is stale; run: UPDATE=1 tests/interop/run"
print(f"parity: {len(rows)} constraints, enforced: {counts}")
