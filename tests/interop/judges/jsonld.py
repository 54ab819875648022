"""PyLD, rdflib and oxjsonld read every JSON-LD file without the network and find the triples that jsonld.js found (jsonld.mjs).

There are no blank nodes, so that equal sets of triples are equal after canonicalisation.
"""
import json
import sys
from pathlib import Path

import rdflib
from pyld import jsonld


def refuse(url, _options=None):
    raise RuntimeError(f"asked the network for {url}")


jsonld.set_document_loader(refuse)


def triples(quads):
    return {quad[:3] for quad in rdflib.Dataset().parse(data=quads, format="nquads").quads()}


count = 0
for file in sorted(Path(sys.argv[1]).glob("*.jsonld")):
    text = file.read_text(encoding="utf-8")
    theirs = triples(Path(f"{file}.nq").read_text(encoding="utf-8"))
    mine = triples(jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"}))
    assert mine == theirs, f"{file}: PyLD and jsonld.js differ in {len(mine ^ theirs)} triples"
    rust = triples(Path(f"{file}.oxjsonld.nq").read_text(encoding="utf-8"))
    assert rust == theirs, f"{file}: oxjsonld and jsonld.js differ in {len(rust ^ theirs)} triples: {sorted(rust ^ theirs)[:4]}"
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    assert len(graph) == len(theirs), f"{file}: rdflib finds {len(graph)} triples, jsonld.js {len(theirs)}"
    graph.parse(data=text, format="json-ld")
    assert len(graph) == len(theirs), f"{file}: a second reading adds triples"
    count += len(theirs)
assert count > 0, "no triples"
print(f"PyLD, rdflib and oxjsonld: {count} triples, the same as jsonld.js; a second reading adds none")
