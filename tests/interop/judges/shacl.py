"""pySHACL finds the records valid under shapes.ttl, and each of a list of faults a violation; rdflib reads vocabulary.ttl.

Every term of a vocabulary is a concept there with label and definition.
"""
import csv
import sys
from pathlib import Path

import pyshacl
from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef

data, schemas = map(Path, sys.argv[1:3])
shapes = Graph().parse(schemas / "shapes.ttl")
vocabulary = Graph().parse(schemas / "vocabulary.ttl")
C = Namespace("https://w3id.org/chancery/ns#")
S = Namespace("https://schema.org/")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
TERM = "https://w3id.org/chancery/"


def conforms(graph):
    return pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False)[0]


def faults(graph):
    """What to take away and what to add, so that one rule is broken."""
    one = lambda predicate: next(iter(sorted(graph.subject_objects(predicate))))
    statement, act = one(C.act)
    yield "a statement without act", [(statement, C.act, act)], []
    yield "two acts", [], [(statement, C.act, URIRef(TERM + "act/none"))]
    yield "an unknown act", [(statement, C.act, act)], [(statement, C.act, URIRef(TERM + "act/sing"))]
    yield "sentence 0", [(statement, C.sentence, None)], [(statement, C.sentence, Literal(0))]
    event, kind = one(C.eventType)
    yield "a date in words", [(event, C.date, None)], [(event, C.date, Literal("2 December", datatype=EDTF))]
    yield "a date without basis", [(event, C.dateBasis, None)], [(event, C.date, Literal("2025", datatype=EDTF))]
    call = [(event, C.eventType, URIRef(TERM + "event-type/call")), (event, S.location, URIRef(f"{event}/place"))]
    place = [(call[1][2], RDF.type, S.Place), (call[1][2], S.name, Literal("Rome"))]
    place += [(call[1][2], C.evidence, next(graph.objects(event, C.evidence)))]
    yield "a call at a place", [(event, C.eventType, kind), (event, S.location, None)], call + place
    yield "an event without evidence", [(event, C.evidence, None)], []
    yield "a party that is nobody", [], [(event, C.party, URIRef(f"{event}0"))]
    yield "a round in words", [(event, C["round"], None)], [(event, C["round"], Literal("second"))]
    yield "an empty name", [(event, S.name, None)], [(event, S.name, Literal(""))]
    evidence, start = one(C.start)
    yield "a span that ends first", [(evidence, C.end, None)], [(evidence, C.end, start)]
    source, digest = one(C.textSha256)
    yield "a digest that is none", [(source, C.textSha256, digest)], [(source, C.textSha256, Literal("0"))]


graph = Graph().parse(data / "random.jsonld", format="json-ld")
assert conforms(graph), "valid records are said not to conform"
# Faults are tried on one record, which is quicker.
few = Graph().parse(data / "sample.jsonld", format="json-ld")
assert conforms(few), "the sample is said not to conform"
count = 0
for name, less, more in faults(few):
    broken = Graph()
    for triple in few:
        broken.add(triple)
    for triple in less:
        broken.remove(triple)
    for triple in more:
        broken.add(triple)
    assert not conforms(broken), f"not found: {name}"
    count += 1
terms = [row for file in sorted((schemas / "codelists").glob("*.csv")) for row in csv.DictReader(file.open(encoding="utf-8")) if "plover" in row]
for row in terms:
    concept = URIRef(row["iri"])
    assert (concept, RDF.type, SKOS.Concept) in vocabulary, f"{row} is no concept"
    assert vocabulary.value(concept, SKOS.prefLabel) and vocabulary.value(concept, SKOS.definition), f"{row} lacks words"
assert len(terms) > 90, f"only {len(terms)} terms"
print(f"pySHACL: {len(graph)} triples conform, {count} faults found; vocabulary: {len(vocabulary)} triples, {len(terms)} concepts")
