"""The syntaxes of RDF say the same: whole catalogue, catalogues of producers, datasets.

    syntaxes.py SITE

Triples are compared as rdflib reads them; no file has a blank node, so that sets of triples are enough.
"""

import sys
from pathlib import Path

import rdflib

# Values as they are written: `Z` is not turned into `+00:00`.
rdflib.NORMALIZE_LITERALS = False
FORMS = {".ttl": "turtle", ".rdf": "xml", ".jsonld": "json-ld"}


def triples(path):
    graph = rdflib.Graph().parse(path, format=FORMS[path.suffix])
    return set(graph)


def faults(first, others):
    """What is wrong with files that must have the triples of the first."""
    expected = triples(first)
    if any(isinstance(term, rdflib.BNode) for triple in expected for term in triple):
        yield f"{first} has a blank node"
    for path in others:
        found = triples(path)
        for says, more in (("lacks", expected - found), ("adds", found - expected)):
            yield from (f"{path} {says} {' '.join(term.n3() for term in triple)}" for triple in sorted(more)[:5])


def main(root):
    files, wrong = 0, []
    for first in sorted(Path(root).rglob("*.ttl")):
        others = [path for suffix in (".rdf", ".jsonld") if (path := first.with_suffix(suffix)).exists()]
        files += len(others)
        wrong += faults(first, others)
    print("\n".join(wrong) or f"{files} files say what their sister in Turtle says")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
