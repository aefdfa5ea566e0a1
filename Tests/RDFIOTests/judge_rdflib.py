# SPDX-License-Identifier: Apache-2.0
"""Reads documents with rdflib and says whether each holds the same statements as its N-Quads twin.

Usage: judge_rdflib.py FOLDER
The folder has pairs NAME.expected.nq and NAME.EXTENSION. Every pair that differs, and every document
that rdflib refuses, is one line on standard output; the exit code is 1 if there is any.
"""
import logging
import pathlib
import sys

import rdflib
from rdflib.compare import isomorphic

# A literal is its lexical form: rdflib is not to make "1" of "01".
rdflib.NORMALIZE_LITERALS = False
logging.disable(logging.CRITICAL)

FORMATS = {
    "nt": "nt",
    "nq": "nquads",
    "ttl": "turtle",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdf": "xml",
}
PART = rdflib.Namespace("http://example.org/judge#")


def statements(path, name):
    """The quads of a document as one graph, a node per quad, so that graph names count as well."""
    data = rdflib.Dataset()
    data.parse(path, format=name)
    graph = rdflib.Graph()
    for subject, predicate, value, context in data.quads():
        quad = rdflib.BNode()
        graph.add((quad, PART.subject, subject))
        graph.add((quad, PART.predicate, predicate))
        graph.add((quad, PART.object, value))
        if context is not None and str(context) != "urn:x-rdflib:default":
            graph.add((quad, PART.graph, context))
    return graph


def main(folder):
    bad = 0
    for path in sorted(pathlib.Path(folder).iterdir()):
        if path.name.endswith(".expected.nq"):
            continue
        expected = path.with_name(path.name.rsplit(".", 1)[0] + ".expected.nq")
        try:
            same = isomorphic(
                statements(path, FORMATS[path.suffix[1:]]), statements(expected, "nquads")
            )
            reason = "other statements"
        except Exception as error:  # Whatever rdflib throws is its verdict.
            same, reason = False, f"{type(error).__name__}: {error}"
        if not same:
            bad += 1
            print(f"{path.name}: {reason}"[:500])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
