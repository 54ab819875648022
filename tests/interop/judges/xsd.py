"""libxml2 (xmllint, or lxml where it is missing) and xmlschema find the XML valid under readouts.xsd, and broken XML not.

What breaks it follows from the strict JSON Schema: no element or attribute may be left out that its record type requires, and
none be there that it does not know; no attribute may hold a character that no value of its form has.
"""
import json
import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import xmlschema
from lxml import etree

data, schemas = map(Path, sys.argv[1:3])
xsd = schemas / "readouts.xsd"
libxml = etree.XMLSchema(etree.parse(xsd))
python = xmlschema.XMLSchema(xsd)
schema = json.loads((schemas / "readout.strict.schema.json").read_text(encoding="utf-8"))
C = "{https://w3id.org/chancery/xml/0.1}"

files = [data / f"{name}.xml" for name in ("examples", "random", "sample")]
if shutil.which("xmllint"):
    judge = "xmllint"
    run = ["xmllint", "--noout", "--nonet", "--huge", "--schema", str(xsd), *map(str, files)]
    said = subprocess.run(run, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr[-2000:]
else:
    judge = "libxml2 (xmllint is not installed)"
records = 0
for file in files:
    tree = etree.parse(file, etree.XMLParser(huge_tree=True))
    assert libxml.validate(tree), f"{file}: {libxml.error_log.last_error}"
    python.validate(file)
    records += len(tree.getroot())


def resolve(node):
    return schema["$defs"][node["$ref"].rsplit("/")[-1]] if "$ref" in node else node


def property_of(kind, tag):
    """The property whose name or singular is the tag."""
    names = [name for name in kind["properties"] if name in (tag, tag + "s") or name[:-3] + "y" == tag]
    return kind["properties"][names[0]]


def faults(element, kind, path=()):
    """Says which child and attribute can go, come or change, as (where, what) with one way to do it."""
    where = "/".join(path) or "readout"
    yield f"{where}: an unknown attribute", path, lambda e: e.set("unknown", "1")
    yield f"{where}: an unknown element", path, lambda e: etree.SubElement(e, C + "unknown")
    required = kind["required"]
    for name in element.attrib:
        # Attributes are values with a form; none has a form that allows this.
        yield f"{where}/@{name}: malformed", path, lambda e, n=name: e.set(n, "~ ")
        if name in required:
            yield f"{where}/@{name}: missing", path, lambda e, n=name: e.attrib.pop(n)
    seen = set()
    for child in element:
        tag = child.tag.removeprefix(C)
        if tag in seen:
            continue
        seen.add(tag)
        node = property_of(kind, tag)
        if resolve(node).get("type") != "array":
            yield f"{where}/{tag}: twice", path, lambda e, t=child.tag: e.find(t).addnext(deepcopy(e.find(t)))
            if tag in required:
                yield f"{where}/{tag}: missing", path, lambda e, t=child.tag: e.remove(e.find(t))
        elif node.get("minItems"):
            yield f"{where}/{tag}: none", path, lambda e, t=child.tag: [e.remove(c) for c in e.findall(t)]
        item = resolve(node.get("items", node))
        if "properties" in item:
            yield from faults(child, item, (*path, tag))
        elif item.get("minLength") and not len(child):
            yield f"{where}/{tag}: empty", (*path, tag), lambda e: setattr(e, "text", "")
        if "ref" in child.attrib:
            yield f"{where}/{tag}: of nobody", (*path, tag), lambda e: e.set("ref", "nobody-at-all")


sample = etree.parse(data / "sample.xml")
count = 0
for name, path, change in faults(sample.getroot()[0], schema):
    tree = deepcopy(sample)
    change(tree.getroot()[0].find("/".join(C + tag for tag in path)) if path else tree.getroot()[0])
    assert not libxml.validate(tree), f"libxml2 accepts {name}"
    assert not python.is_valid(etree.tostring(tree)), f"xmlschema accepts {name}"
    count += 1
assert records > 10 and count > 100, f"only {records} records, {count} faults"
print(f"{judge} and xmlschema: {records} records accepted, {count} faults found by both")
