"""full.py - the disk under the real server fills up and has room again: who writes is told what to do,
what can be read is read, and nothing acknowledged is lost. Needs root for the small disk in memory;
says plainly when it cannot run.

  full.py PATH/TO/gweld      The last lines are "figures {...}" and "N passed, M failed"."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from kills import SIGN_IN, scratch_record
from served import Person, Refused, Server, Writer, children_of, compare, head_of, recorded

results = []


def check(name, condition, shown=""):
    results.append(bool(condition))
    print(("ok   " if condition else "FAIL ") + name)
    if not condition:
        print(f"     {shown}")


def refused_by(writer):
    """None: it is saved. An answer that is lost on its way is asked for again."""
    try:
        while True:
            try:
                writer.write()
                return None
            except ConnectionError:
                continue
    except Refused as refused:
        return refused


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


def fill(place):
    """Leaves no room, whatever is asked for."""
    with open(place / "ballast", "ab", buffering=0) as ballast:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    ballast.write(b"x" * size)
            except OSError:
                pass


def disk_full(place, server, writer, reader):
    for _ in range(5):
        refused_by(writer)
    fill(place)
    answers = []
    for _ in range(60):  # what the log beside the record has room for is still taken
        refused = refused_by(writer)
        if refused:
            answers.append(refused)
            if len(answers) == 3:
                break
    check("a write is refused with 507 when the disk is full",
          [a.status for a in answers] == [507] * 3, [str(a) for a in answers])
    check("in words, with what to do", answers and "service desk" in answers[0].said(),
          answers and answers[0].said())
    status, _, page = reader.ask("GET", "/work")
    check("what can be read is read", status == 200 and "Davies" in page, status)
    (place / "ballast").unlink()
    begun = time.monotonic()
    while refused_by(writer) and time.monotonic() - begun < 10:
        time.sleep(0.1)
    check("with room again it goes on, within five seconds", time.monotonic() - begun < 5)
    for _ in range(5):
        refused_by(writer)


def main():
    gweld = sys.argv[1]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gweld-full-"))
    place = folder / "disk"
    place.mkdir()
    try:
        if os.geteuid() != 0 or run("mount", "-t", "tmpfs", "-o", "size=160m", "none",
                                    place).returncode != 0:
            print("NOT RUN: no small disk in memory could be mounted")
            print("figures " + json.dumps({"full": {"not_run": "no small disk in memory"}}))
            print("0 passed, 0 failed")
            return 0
        data = place / "record.gweld"
        shutil.move(scratch_record(gweld, None, folder), data)
        head = head_of(data)
        server = Server(gweld, data, log=open(folder / "log", "w"))
        server.start()
        person = Person(SIGN_IN)
        child = children_of(server.port, person)[0]
        writer = Writer(server.port, person, child, "w0", random.Random(1))
        disk_full(place, server, writer, writer.browser)
        found = compare([writer], recorded(data, head))
        check("nothing acknowledged is lost, nothing is there twice",
              not any(found.values()), found)
        check("SIGTERM ends it in order", server.stop() == 0)
        done = run(gweld, "check", "--data", data)
        check("both chains are whole and the tables follow from them", done.returncode == 0,
              done.stdout + done.stderr)
        print("figures " + json.dumps({"full": {
            "acknowledged": len(writer.acknowledged), "lost": len(found["lost"]),
            "doubled": len(found["doubled"])}}))
    finally:
        subprocess.run(["umount", "-l", place], capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
