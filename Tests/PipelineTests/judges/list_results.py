# SPDX-License-Identifier: Apache-2.0
"""Lists the results of pySHACL, to be held against those of another engine.

Usage: list_results.py DATA SHAPES [BACKGROUND ...]
Prints one line for each result that is no detail of another: severity, component, path and focus node,
sorted. Paths of several steps are written as a dash.
"""
import logging
import sys

import pyshacl
import rdflib

rdflib.NORMALIZE_LITERALS = False
logging.disable(logging.CRITICAL)

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def name(term):
    return str(term) if isinstance(term, rdflib.URIRef) else "-"


def main(data_file, shapes_file, background_files):
    background = rdflib.Graph()
    for file in background_files:
        background.parse(file)
    _, results, _ = pyshacl.validate(
        rdflib.Graph().parse(data_file),
        shacl_graph=rdflib.Graph().parse(shapes_file),
        ont_graph=background,
        inference="none",
    )
    lines = []
    for result in results.objects(None, SH.result):
        parts = [SH.resultSeverity, SH.sourceConstraintComponent, SH.resultPath, SH.focusNode]
        lines.append(" ".join(name(results.value(result, part)) for part in parts))
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
