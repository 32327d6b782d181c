"""Modified condition/decision coverage of the code that decides who may see what, and of the store
without those somebody is excluded from, by its own tests: tests/access/mcdc.py. Needs clang++-19 and
llvm-19. Ends with "N passed, N failed": a condition that was not shown to decide by itself has failed,
unless it is named below with why it cannot be.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

tree = pathlib.Path(__file__).resolve().parents[2]
measured = ["src/access/access.cc", "src/access/barriers.cc"]
rooms = ["base", "time", "record", "access"]
tests = sorted((tree / "tests/access").glob("*_test.cc"))
# file and line: why not.
cannot_be = {}

with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    sources = [str(p) for room in rooms for p in sorted((tree / "src" / room).glob("*.cc"))]
    objects = []
    running = []
    for number, source in enumerate(sources + [str(t) for t in tests]):
        seen = any(source.endswith(m) for m in measured)
        objects.append(str(work / f"{number}.o"))
        flags = ["-fprofile-instr-generate", "-fcoverage-mapping", "-fcoverage-mcdc"] if seen else []
        running.append(subprocess.Popen(
            ["clang++-19", "-std=c++20", "-O0", "-w", f"-I{tree}/src", f'-DGWELD_TREE="{tree}"',
             *flags, "-c", source, "-o", objects[-1]]))
        if len(running) == 2:
            running.pop(0).wait()
    for one in running:
        one.wait()
    program = str(work / "tests")
    subprocess.run(["clang++-19", "-fprofile-instr-generate", *objects, "-lgtest", "-lgtest_main",
                    "-lsodium", "-lboost_json", "-lboost_container", "-ldate-tz", "-lpthread",
                    "-o", program], check=True)
    raw, data = str(work / "raw"), str(work / "data")
    subprocess.run([program, "--gtest_brief=1"], check=True, stdout=subprocess.DEVNULL,
                   env={"LLVM_PROFILE_FILE": raw, "PATH": "/usr/bin:/bin"})
    subprocess.run(["llvm-profdata-19", "merge", raw, "-o", data], check=True)
    told = subprocess.run(["llvm-cov-19", "export", program, f"-instr-profile={data}",
                           *[str(tree / m) for m in measured]],
                          check=True, capture_output=True, text=True).stdout

passed = failed = 0
for file in json.loads(told)["data"][0]["files"]:
    name = pathlib.Path(file["filename"]).relative_to(tree).as_posix()
    lines = pathlib.Path(file["filename"]).read_text().split("\n")
    for decision in file["mcdc_records"]:
        line, shown = decision[0], decision[-1]
        for place, alone in enumerate(shown, 1):
            if alone or (name, line) in cannot_be:
                passed += 1
            else:
                failed += 1
                print(f"{name}:{line}: condition {place} decides nothing: {lines[line - 1].strip()}")
    summary = file["summary"]["mcdc"]
    print(f"{name}: {summary['covered']} of {summary['count']} conditions")
print(f"{passed} passed, {failed} failed")
sys.exit(0 if failed == 0 else 1)
