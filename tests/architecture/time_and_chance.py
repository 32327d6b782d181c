"""What time it is and what chance says come in through time::Clock and base::Random, which main
makes: so a simulation can give both from a seed. This reads every source file for other ways to
them. Each exception is one file, one way and a reason; one that nothing uses any more is a fault."""

import pathlib
import re
import sys

tree = pathlib.Path(__file__).resolve().parents[2]

WAYS = {
    "the wall clock": r"\bsystem_clock::now|\bgettimeofday\s*\(|\bCLOCK_REALTIME\b|\blocaltime"
                      r"|(?<![\w.>:])time\s*\(\s*(?:nullptr|NULL|0|&\w+)\s*\)|std::time\s*\(",
    "a running clock": r"\b(?:steady_clock|high_resolution_clock)::now|\bCLOCK_MONOTONIC\b",
    "chance": r"\brandom_device\b|\bgetrandom\b|\bgetentropy\b|\barc4random|/dev/u?random"
              r"|(?<![\w.>])s?rand(?:om)?\s*\(|\bmt19937|\bdefault_random_engine",
    "libsodium's chance": r"\brandombytes|\bcrypto_\w*keygen\b|\bcrypto_\w*keypair\b",
    "OpenSSL's chance": r"\bRAND_\w*bytes\b|\bEVP_EC_gen\b|\bEVP_PKEY_(?:Q_)?keygen\b"
                        r"|\bEVP_PKEY_generate\b",
}

# (file, way): why it may.
MAY = {
    ("src/main/clocks.cc", "the wall clock"): "the clock that main hands to everybody",
    ("src/main/clocks.h", "a running clock"): "the stopwatch of the command line",
    ("src/main/clocks.cc", "a running clock"): "the stopwatch of the command line",
    ("src/main/clocks.cc", "libsodium's chance"): "the chance that main hands to everybody",
    ("src/web/server/server.cc", "a running clock"): "deadlines of sockets; decides nothing that "
                                                     "is recorded",
    ("src/web/server/connection.cc", "a running clock"): "deadlines of sockets; decides nothing "
                                                         "that is recorded",
    ("src/web/server/exchange.cc", "chance"): "names a request in the log; never recorded",
    ("src/web/csrf.cc", "libsodium's chance"): "masks and secrets of the pages; a simulation puts "
                                               "its own source into libsodium",
    ("src/store/append_rules.cc", "libsodium's chance"): "the salt of a subject; a simulation puts "
                                                         "its own source into libsodium",
    ("src/audit/note.cc", "libsodium's chance"): "a key pair from a seed that is handed in",
    ("src/phone/keys.cc", "OpenSSL's chance"): "makes the key of the phones, once, by command",
}

comment = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
faults = []
used = set()
files = sorted(p for p in (tree / "src").rglob("*") if p.suffix in (".h", ".cc"))
if len(files) < 50:
    faults.append(f"only {len(files)} source files found: this check looks in the wrong place")
for path in files:
    name = path.relative_to(tree).as_posix()
    text = comment.sub("", path.read_text())
    for way, pattern in WAYS.items():
        found = re.search(pattern, text)
        if not found:
            continue
        used.add((name, way))
        if (name, way) not in MAY:
            line = text.count("\n", 0, found.start()) + 1
            faults.append(f"{name}: {way} ({found.group(0)}, about line {line}); "
                          "ask the clock or the chance that is handed in")
for exception in sorted(set(MAY) - used):
    faults.append(f"{exception[0]}: may use {exception[1]} and does not; take the exception away")

print("\n".join(faults))
sys.exit(1 if faults else 0)
