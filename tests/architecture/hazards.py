#!/usr/bin/env python3
"""Every test that docs/hazards/*.md names is there: `Suite.test`, or a file below tests/."""

import pathlib
import re
import sys

tree = pathlib.Path(__file__).resolve().parent.parent.parent
NAMED = re.compile(r"`([A-Z][A-Za-z]+)\.([a-z][a-z0-9_]+)`|`([a-z_]+\.(?:py|mjs|sh|cc))`")


def tests_there():
    there = set()
    for file in (tree / "tests").rglob("*.cc"):
        for suite, name in re.findall(r"TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)", file.read_text()):
            there.add(f"{suite}.{name}")
    return there


def main():
    there = tests_there()
    files = {file.name for file in (tree / "tests").rglob("*") if file.is_file()}
    missing = []
    named = 0
    for page in sorted((tree / "docs" / "hazards").glob("*.md")):
        if page.name == "figures.md":
            continue
        for number, line in enumerate(page.read_text().split("\n"), 1):
            for suite, name, file in NAMED.findall(line):
                wanted = file or f"{suite}.{name}"
                named += 1
                if wanted not in (files if file else there):
                    missing.append(f"{page.relative_to(tree)}:{number}: there is no test {wanted}")
    print("\n".join(missing))
    if not named:
        print("docs/hazards names no test: is this the tree?")
    return 1 if missing or not named else 0


if __name__ == "__main__":
    sys.exit(main())
