"""Every field of a dataset is where the documentation says.

    fields.py EXPORTS.md EXPECTED.tsv SITE

Reads the table "Where each field is" of EXPORTS.md and looks in each file of the built SITE, with
parsers that are not etal's, for the values that EXPECTED.tsv has for each field. A cell holds paths
between backticks, or a dash where a form has no place for the field:

* DCAT: a SPARQL property path from the dataset;
* JSON forms: keys with dots between, `[]` for each item of a list;
* CSV: `<file>.<column>`.

EXPECTED.tsv has a line for each value: field, form (`*` for all that have no line of their own),
value, where `\n` is a line break. Of a text in several languages, `text@en`, DCAT must have all, and
the other forms that in the first language of the site. A line `=`, slug, UUID says whose values
follow. Every value must be found at every path of its cell.
"""

import csv
import html.parser
import json
import re
import sys
from pathlib import Path

import rdflib

# Values as they are written: `Z` is not turned into `+00:00`.
rdflib.NORMALIZE_LITERALS = False

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "geodcat": "http://data.europa.eu/930/",
    "locn": "http://www.w3.org/ns/locn#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}


class Scripts(html.parser.HTMLParser):
    """The JSON-LD blocks of a page."""

    def __init__(self):
        super().__init__()
        self.inside, self.blocks = False, []

    def handle_starttag(self, tag, attributes):
        self.inside = tag == "script" and dict(attributes).get("type") == "application/ld+json"
        if self.inside:
            self.blocks.append("")

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.blocks[-1] += data


def table(markdown):
    """Forms and rows of the table: {field: {form: [path, …]}}."""
    section = markdown.split("\n## Where each field is\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    forms, rows = cells[0][1:], {}
    for row in cells[2:]:
        paths = [re.findall(r"`([^`]+)`", cell.replace("\\|", "|")) for cell in row[1:]]
        rows[row[0].strip("`")] = dict(zip(forms, paths))
    return forms, rows


def expectations(text):
    """{field: (dataset, {form: [value, …]})}, a dataset being slug and UUID."""
    dataset, wanted = None, {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        first, second, third = line.split("\t")
        if first == "=":
            dataset = (second, third)
        else:
            forms = wanted.setdefault(first, (dataset, {}))[1]
            forms.setdefault(second, []).append(third.replace("\\n", "\n"))
    return wanted


def of_form(values, form):
    """The values that a form must have."""
    values = values.get(form, values.get("*"))
    if form == "DCAT" or not values:
        return values
    return [value.removesuffix("@en") for value in values if not value.endswith("@fr")]


def said(value):
    """A JSON value as EXPECTED.tsv writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def walk(value, keys):
    """The values at a path."""
    if not keys:
        return [said(value)]
    head, rest = keys[0], keys[1:]
    every = head.endswith("[]")
    name = head[:-2] if every else head
    inner = value.get(name) if isinstance(value, dict) else None
    if inner is None:
        return []
    return [found for item in inner for found in walk(item, rest)] if every else walk(inner, rest)


def in_json(document):
    return lambda path: walk(document, path.split("."))


class Site:
    """The forms of one dataset of a built site: for each, what finds the values at a path."""

    def __init__(self, root, slug, uuid):
        self.root, self.slug, self.uuid = Path(root), slug, uuid

    def json(self, path):
        return json.loads((self.root / path).read_text(encoding="utf-8"))

    def named(self, datasets):
        return next(one for one in datasets if self.uuid in str(one.get("identifier")))

    def dcat(self):
        graph = rdflib.Graph().parse(self.root / f"datasets/{self.slug}/dataset.ttl")
        is_ours = lambda node: str(node).endswith(self.uuid)
        dataset = next(node for node in graph.subjects() if is_ours(node))

        def find(path):
            query = f"SELECT ?value WHERE {{ {dataset.n3()} {path} ?value }}"
            values = [row.value for row in graph.query(query, initNs=PREFIXES)]
            tagged = [f"{one}@{one.language}" for one in values if getattr(one, "language", None)]
            return [str(one) for one in values] + tagged

        return find

    def schema_org(self):
        scripts = Scripts()
        scripts.feed((self.root / f"datasets/{self.slug}/index.html").read_text(encoding="utf-8"))
        blocks = [json.loads(block) for block in scripts.blocks]
        nodes = [node for block in blocks for node in block.get("@graph", [block])]
        return in_json(next(node for node in nodes if node.get("@type") == "Dataset"))

    def api(self):
        return in_json(self.json(f"api/1/datasets/{self.uuid}.json"))

    def data_json(self):
        return in_json(self.named(self.json("data.json")["dataset"]))

    def dcat_us(self):
        return in_json(self.named(self.json("dcat-us.json")["dataset"]))

    def csv(self):
        def find(path):
            name, column = path.split(".", 1)
            with open(self.root / f"csv/{name}.csv", encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file, delimiter=self.delimiter(name)))
            of_dataset = [row for row in rows if self.uuid in (row.get("dataset.id"), row["id"])]
            cells = [row[column] for row in of_dataset if row.get(column)]
            return cells + [part for cell in cells for part in cell.split(",")]

        return find

    def delimiter(self, name):
        with open(self.root / f"csv/{name}.csv", encoding="utf-8-sig") as file:
            return ";" if ";" in file.readline() else ","

    def datapackage(self):
        return in_json(self.json(f"datasets/{self.slug}/datapackage.json"))

    def forms(self):
        return {
            "DCAT": self.dcat,
            "schema.org": self.schema_org,
            "API": self.api,
            "data.json": self.data_json,
            "DCAT-US": self.dcat_us,
            "CSV": self.csv,
            "datapackage": self.datapackage,
        }


def main(documentation, expected, root):
    forms, rows = table(Path(documentation).read_text(encoding="utf-8"))
    wanted = expectations(Path(expected).read_text(encoding="utf-8"))
    wrong = [f"{field} is no row of the table" for field in wanted if field not in rows]
    readers, looked = {}, 0
    for field, cells in rows.items():
        dataset, by_form = wanted.get(field, (None, {}))
        for form in forms:
            values = of_form(by_form, form)
            if cells[form] and not values:
                wrong.append(f"{form}: no value is expected of {field}")
                continue
            if (form, dataset) not in readers and cells[form]:
                readers[form, dataset] = Site(root, *dataset).forms()[form]()
            for path in cells[form]:
                found, looked = readers[form, dataset](path), looked + 1
                lacking = [value for value in values if value not in found]
                wrong += [f"{form}: {field} at {path}: {value} is not in {found}" for value in lacking]
    print("\n".join(wrong) or f"{len(rows)} fields, {looked} places")
    return 1 if wrong or not looked else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
