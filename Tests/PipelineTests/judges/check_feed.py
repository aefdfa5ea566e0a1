# SPDX-License-Identifier: Apache-2.0
"""Reads a feed in its four forms with rdflib and checks it with pySHACL.

Usage: check_feed.py FOLDER [SHAPES ...]
FOLDER holds catalog.ttl, .jsonld, .rdf and .nt. What differs between the forms, every blank node, and
every violation of the shapes is one line on standard output; the exit code is 1 if there is any.
The shapes must find a fault in a catalogue without titles, or their silence would say nothing.
"""
import logging
import pathlib
import sys

import pyshacl
import rdflib
from rdflib.compare import isomorphic

# A literal is its lexical form: rdflib is not to make "1" of "01".
rdflib.NORMALIZE_LITERALS = False
logging.disable(logging.CRITICAL)

FORMATS = {"nt": "nt", "ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def differences(graphs):
    first = graphs["nt"]
    if not len(first):
        yield "catalog.nt is empty"
    for name, graph in graphs.items():
        if not isomorphic(first, graph):
            yield f"catalog.{name} says something else than catalog.nt"
        if any(isinstance(term, rdflib.BNode) for triple in graph for term in triple):
            yield f"catalog.{name} has a blank node"


def violations(data, shapes):
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    for result in results.subjects(SH.resultSeverity, SH.Violation):
        parts = [SH.focusNode, SH.resultPath, SH.value, SH.resultMessage]
        yield " ".join(str(results.value(result, part)) for part in parts)


def main(folder, shape_files):
    graphs = {
        name: rdflib.Graph().parse(pathlib.Path(folder) / f"catalog.{name}", format=form)
        for name, form in FORMATS.items()
    }
    found = list(differences(graphs))
    if shape_files:
        shapes = rdflib.Graph()
        for file in shape_files:
            shapes.parse(file)
        found += violations(graphs["nt"], shapes)
        untitled = rdflib.Graph()
        for triple in graphs["nt"]:
            if triple[1] != rdflib.DCTERMS.title:
                untitled.add(triple)
        if not list(violations(untitled, shapes)):
            found.append("the shapes find nothing wrong with a catalogue without titles")
    print("\n".join(found)[:4000])
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
