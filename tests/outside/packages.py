"""Every data package of a site is valid, and so is each of its tables.

    packages.py SITE
"""

import sys
from pathlib import Path

from frictionless import Package, system


def main(root):
    packages = sorted(Path(root).glob("datasets/*/datapackage.json"))
    tables, wrong = 0, []
    # Files are read where they lie in the site: a package never leads out of its folder.
    with system.use_context(trusted=False):
        for path in packages:
            package = Package(str(path))
            report = package.validate()
            tables += sum(1 for resource in package.resources if resource.tabular)
            if not report.valid:
                wrong += [f"{path}: {' '.join(map(str, line))}" for line in report.flatten(["type", "rowNumber", "message"])]
    print("\n".join(wrong) or f"{len(packages)} packages, {tables} tables")
    return 1 if wrong or not tables else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
