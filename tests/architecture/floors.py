"""Each room may include only the rooms below it. The floors are read from CMakeLists.txt, so that
the build and this check cannot disagree; the #include lines are read from the source."""

import pathlib
import re
import sys

tree = pathlib.Path(__file__).resolve().parents[2]
cmake = (tree / "CMakeLists.txt").read_text()
faults = []

uses = {}
for room in re.finditer(r"gweld_room\((\w+)([^)]*)\)", cmake, re.S):
    words = room.group(2).split()
    named = []
    if "USES" in words:
        for word in words[words.index("USES") + 1:]:
            if word in ("LINKS", "PROGRAM"):
                break
            named.append(word)
    uses[room.group(1)] = set(named)

# Each room may name only rooms that stand before it: no circles can arise.
order = list(uses)
for room, named in uses.items():
    for other in named:
        if other not in uses:
            faults.append(f"CMakeLists.txt: {room} uses {other}, which is no room")
        elif order.index(other) > order.index(room):
            faults.append(f"CMakeLists.txt: {room} uses {other}, which stands above it")

# Third-party headers and the only places that may know them.
only_in = {
    "boost/asio": {"src/web/server"},
    "boost/beast": {"src/web/server"},
    "sqlite3.h": {"src/store/sqlite"},
    "libpq-fe.h": {"src/store/postgres"},
    "toml++": {"src/law"},
    "CLI/": {"src/main"},
    "sodium.h": {"src/record", "src/audit", "src/casework", "src/store", "src/web", "src/main"},
    "boost/json": {"src/record", "src/ssd"},
    "boost/locale": {"src/words"},
    "unicode/": {"src/people"},
    "date/tz.h": {"src/time"},
    "pango/": {"src/documents"},
    "cairo": {"src/documents"},
    "qpdf/": {"src/documents"},
    "pugixml": {"src/documents"},
    "zip.h": {"src/documents"},
    "openssl/": {"src/phone"},
}
# Headers that every room reads and that must stay light.
heavy = ("boost/asio", "boost/beast", "boost/json", "boost/locale", "toml++", "CLI/", "sqlite3.h")

include = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
files = [p for p in (tree / "src").rglob("*") if p.suffix in (".h", ".cc")]
if len(files) < 50:
    faults.append(f"only {len(files)} source files found: this check looks in the wrong place")
for path in files:
    name = path.relative_to(tree).as_posix()
    room = name.split("/")[1]
    if room not in uses:
        faults.append(f"{name}: stands in no room of CMakeLists.txt")
        continue
    text = path.read_text()
    for kind, target in include.findall(text):
        first = target.split("/")[0]
        if kind == '"' and first in uses and first != room and first not in uses[room]:
            faults.append(f"{name}: includes {target}, but {room} may not use {first}")
        for part, places in only_in.items():
            if target.startswith(part) and not any(name.startswith(p) for p in places):
                faults.append(f"{name}: includes {target}, which belongs to {', '.join(sorted(places))}")
        if path.suffix == ".h" and any(target.startswith(part) for part in heavy):
            if room not in ("store", "web", "main"):
                faults.append(f"{name}: a header with {target} makes every reader slow")
    lines = text.count("\n")
    if lines > 400:
        faults.append(f"{name}: {lines} lines; a room that wants dividing (400)")

print("\n".join(faults))
sys.exit(1 if faults else 0)
