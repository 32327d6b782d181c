"""Breaks the decision of who may see what, one condition at a time, and runs its tests on each: a
change that no test sees is a condition nobody holds to. By hand: tests/access/mutants.py BUILD
FOLDER [FILE...]. The last line is "N passed, N failed"; a mutant that survives has failed.

Conditions that no test can tell apart, because they come to the same, are named below with why.
"""

import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

tree = pathlib.Path(__file__).resolve().parents[2]
sources = ["src/access/access.cc", "src/access/barriers.cc"]
tests = ["tests/access/access_test.cc", "tests/access/barriers_test.cc", "tests/access/matrix_test.cc"]
flags = ["-std=c++20", "-O0", "-w", f"-I{tree}/src", f'-DGWELD_TREE="{tree}"']

# (file, the mutated line as it then stands): why it comes to the same.
same = {}


def code_only(text):
    """The text with comments and strings blanked, so that positions stay."""
    blank = lambda m: re.sub(r"[^\n]", " ", m.group(0))
    return re.sub(r'//[^\n]*|"(?:[^"\\\n]|\\.)*"', blank, text)


def closing(text, at):
    depth = 0
    for i in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if depth == 0:
            return i
    raise ValueError(at)


def mutations(text):
    """(from, until, instead) of every change."""
    code = code_only(text)
    for m in re.finditer(r"\bif \(", code):
        end = closing(code, m.end() - 1)
        inner = text[m.end():end]
        if ";" in inner or "const auto" in inner:
            continue
        yield m.end(), end, f"!({inner})"
        yield m.end(), end, f"false && ({inner})"
    swaps = [(r" && ", " || "), (r" \|\| ", " && "), (r" == ", " != "), (r" != ", " == "),
             (r" <= ", " < "), (r" >= ", " > "), (r" < ", " <= "), (r" > ", " >= "),
             (r"\breturn true;", "return false;"), (r"\breturn false;", "return true;"),
             (r"\bany_of\b", "all_of"), (r"\ball_of\b", "any_of")]
    # After a switch over every value there is nothing is left to answer.
    unreached = {m.end() for m in re.finditer(r"\n    \}\n    return (false|true);(?=\n\})", code)}
    for pattern, instead in swaps:
        for m in re.finditer(pattern, code):
            if m.end() in unreached:
                continue
            yield m.start(), m.end(), instead
    for m in re.finditer(r"(?<=[\s(])!(?=[a-z(])", code):
        yield m.start(), m.end(), ""
    # A label that leads to what follows the switch says the same without its name.
    for m in re.finditer(r"^ *case [\w:]+:[^\n]*\n(?!(?: *case [\w:]+:[^\n]*\n)* *break;)", code, re.M):
        yield m.start(), m.end(), ""


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def main():
    build = pathlib.Path(sys.argv[1])
    chosen = sys.argv[2:] or sources
    present = [t for t in tests if (tree / t).exists()]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)

        def compiled(source, name):
            out = work / name
            done = subprocess.run(["g++", *flags, "-c", source, "-o", out], capture_output=True)
            return out if done.returncode == 0 else None

        with concurrent.futures.ThreadPoolExecutor(2) as two:
            kept = {t: two.submit(compiled, tree / t, f"test-{i}.o") for i, t in enumerate(present)}
            whole = {s: two.submit(compiled, tree / s, f"whole-{i}.o") for i, s in
                     enumerate(sorted(p.relative_to(tree).as_posix()
                                      for p in (tree / "src/access").glob("*.cc")))}
        libraries = [build / f"libgweld_{room}.a" for room in ("record", "time", "base")]

        def survives(source, objects, name):
            program = work / name
            linked = subprocess.run(
                ["g++", *map(str, objects), *map(str, libraries), "-lgtest", "-lgtest_main",
                 "-lsodium", "-lboost_json", "-lboost_container", "-ldate-tz", "-lpthread", "-o",
                 str(program)], capture_output=True)
            if linked.returncode != 0:
                sys.exit("the tests do not link:\n" + linked.stderr.decode())
            try:
                ran = subprocess.run([program, "--gtest_brief=1"], capture_output=True, timeout=60)
                return ran.returncode == 0
            except subprocess.TimeoutExpired:
                return False
            finally:
                program.unlink()

        test_objects = [f.result() for f in kept.values()]
        untouched = {s: f.result() for s, f in whole.items()}
        if not survives("", [*test_objects, *untouched.values()], "whole"):
            sys.exit("the tests fail on what stands there: nothing can be said")

        def try_one(job):
            number, source, start, end, instead, text = job
            changed = text[:start] + instead + text[end:]
            mutant = work / f"m{number}.cc"
            mutant.write_text(changed)
            made = compiled(mutant, f"m{number}.o")
            mutant.unlink()
            if made is None:
                return None
            others = [o for s, o in untouched.items() if s != source]
            alive = survives(source, [*test_objects, *others, made], f"m{number}")
            made.unlink()
            line = line_of(text, start)
            shown = changed.split("\n")[line - 1].strip()
            return source, line, shown, alive

        jobs = []
        for source in chosen:
            text = (tree / source).read_text()
            for start, end, instead in mutations(text):
                jobs.append((len(jobs), source, start, end, instead, text))
        passed = failed = 0
        with concurrent.futures.ThreadPoolExecutor(2) as two:
            for answer in two.map(try_one, jobs):
                if answer is None:
                    continue
                source, line, shown, alive = answer
                if alive and (source, shown) not in same:
                    failed += 1
                    print(f"survives: {source}:{line}: {shown}", flush=True)
                else:
                    passed += 1
    print(f"{passed} passed, {failed} failed")


main()
