"""cuts.py - takes the power away from the disk under the real server while people record, mounts it
again and compares the record with what they had been told before the cut. Needs root, loop devices
and ext4 (or XFS); says plainly when it cannot run, and then passes nothing.

  cuts.py PATH/TO/gweld [--cuts 40] [--seed 1] [--disk ext4] [--data RECORD] [--flushing lies]

--flushing lies preloads no_flush.c: it passes only when it finds acknowledged work lost. The last
lines are "figures {...}" and "N passed, M failed"."""

import argparse
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
from served import Load, Person, Server, Writer, children_of, compare, head_of, recorded

here = pathlib.Path(__file__).resolve().parent


def told(arguments):
    asked = argparse.ArgumentParser()
    asked.add_argument("gweld")
    asked.add_argument("--cuts", type=int, default=40)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--disk", choices=["ext4", "xfs"], default="ext4")
    asked.add_argument("--data", help="a demo county to begin with; without it one is made")
    asked.add_argument("--flushing", choices=["kept", "lies"], default="kept")
    return asked.parse_args(arguments)


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: {done.stderr.strip()}")
    return done.stdout


class Disk:
    """A file that is a disk, mounted on a folder."""

    def __init__(self, folder, kind):
        self.image, self.place, self.kind = folder / "disk.img", folder / "disk", kind
        self.cutter = folder / "cut"
        self.is_mounted = False

    def make(self, megabytes):
        self.place.mkdir()
        run("gcc", "-O2", "-o", self.cutter, here / "cut.c")
        run("truncate", "-s", f"{megabytes}M", self.image)
        run(f"mkfs.{self.kind}", "-q", self.image)

    def mount(self):
        run("mount", "-o", "loop", self.image, self.place)
        self.is_mounted = True

    def unmount(self):
        run("umount", self.place)
        self.is_mounted = False

    def cut(self):
        return int(run(self.cutter, self.place))


def why_not(folder, kind):
    """None: it can run here."""
    if os.geteuid() != 0:
        return "not root"
    if not shutil.which(f"mkfs.{kind}") or not shutil.which("gcc"):
        return f"no mkfs.{kind} or no gcc"
    disk = Disk(folder, kind)
    try:
        disk.make(512)
        disk.mount()
        disk.unmount()
    except RuntimeError as why:
        return str(why)
    return None


def lying(folder):
    library = folder / "no_flush.so"
    run("gcc", "-O2", "-shared", "-fPIC", "-o", library, here / "no_flush.c")
    return {"LD_PRELOAD": str(library)}


def campaign(asked, folder, disk):
    chance = random.Random(asked.seed)
    disk.mount()
    data = disk.place / "record.gweld"
    shutil.move(scratch_record(asked.gweld, asked.data, folder), data)
    environment = lying(folder) if asked.flushing == "lies" else None
    log = open(folder / "server.log", "w")
    server = Server(asked.gweld, data, environment, log)
    server.start()
    person, head = Person(SIGN_IN), head_of(data)
    # The demo county was written by us, not by the server: on the disk before the first cut.
    os.sync()
    writers = [Writer(server.port, person, child, f"w{n}", random.Random(f"{asked.seed} {n}"))
               for n, child in enumerate(children_of(server.port, person)[:4])]
    load = Load(writers)
    lost, damaged, cut = set(), [], 0
    for cut in range(1, asked.cuts + 1):
        load.begin()
        time.sleep(chance.uniform(0.1, 0.5))
        moment = disk.cut()
        time.sleep(0.02)  # what is answered from here on counts for nothing
        server.kill()
        load.end()
        for writer in writers:
            late = [a for a in writer.acknowledged if a[1] >= moment]
            writer.acknowledged = [a for a in writer.acknowledged if a[1] < moment]
            writer.not_counted = getattr(writer, "not_counted", 0) + len(late)
            writer.refused.clear()
        disk.unmount()
        disk.mount()
        try:
            server.start()
        except RuntimeError as why:
            damaged.append(f"cut {cut}: {why} {pathlib.Path(log.name).read_text()[-500:]}")
            break
        found = compare(writers, recorded(data, head))
        lost |= set(found["lost"])
        if found["lost"] or found["doubled"]:
            break
    found = compare(writers, recorded(data, head)) if not damaged else {"doubled": []}
    if server.process.poll() is None:
        server.stop()
    checked = subprocess.run([asked.gweld, "check", "--data", data], capture_output=True, text=True)
    figures = {"seed": asked.seed, "disk": asked.disk, "cuts": cut,
               "acknowledged": sum(len(w.acknowledged) for w in writers),
               "sent_again": sum(w.resent for w in writers), "lost": len(lost),
               "doubled": len(found["doubled"]), "not_opened": len(damaged),
               "slowest_start_ms": round(server.slowest_start * 1000)}
    return figures, lost, damaged, checked


def main():
    asked = told(sys.argv[1:])
    results = []

    def check(name, condition, shown=""):
        results.append(bool(condition))
        print(("ok   " if condition else "FAIL ") + name)
        if not condition:
            print(f"     {shown}\n     again: tests/faults/cuts.py {asked.gweld} "
                  f"--seed {asked.seed} --cuts {asked.cuts} --disk {asked.disk}")

    begun = time.monotonic()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gweld-cuts-"))
    disk = Disk(folder, asked.disk)
    try:
        reason = why_not(folder, asked.disk)
        if reason:
            print(f"NOT RUN: no power was cut on {asked.disk}: {reason}")
            print("figures " + json.dumps({"cuts": {"disk": asked.disk, "not_run": reason}}))
            print("0 passed, 0 failed")
            return 0
        figures, lost, damaged, checked = campaign(asked, folder, disk)
        if asked.flushing == "lies":
            check("without flushing acknowledged work is lost, and that is seen", lost or damaged)
            print("figures " + json.dumps({"cuts_without_flushing": figures}))
        else:
            check("nothing acknowledged is lost with the power", not lost, sorted(lost))
            check("nothing sent again is there twice", not figures["doubled"], figures)
            check("the server starts after every cut", not damaged, damaged)
            check("people went on recording", figures["acknowledged"] > asked.cuts, figures)
            check("both chains are whole and the tables follow from them",
                  checked.returncode == 0, checked.stdout + checked.stderr)
            figures["seconds"] = round(time.monotonic() - begun)
            print("figures " + json.dumps({"cuts": figures}))
    finally:
        if disk.is_mounted or os.path.ismount(disk.place):
            subprocess.run(["umount", "-l", disk.place], capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
