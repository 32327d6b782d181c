"""probes.py - somebody at every machine who tries to write there all the time, past HAProxy and Gweld,
and writes down when the server said that it was kept. No two machines may ever say so in one leadership.
Knows no faults."""

import subprocess
import threading
import time

TABLE = "create table if not exists probe (node text, number bigint, primary key (node, number))"


class Probe:
    def __init__(self, node):
        self.node, self.number, self.kept, self.over = node, 0, [], threading.Event()
        self.thread = threading.Thread(target=self._work, daemon=True)

    def begin(self):
        self.thread.start()

    def _work(self):
        while not self.over.wait(0.5):
            self.number += 1
            begun = time.monotonic()
            try:
                _, warned = self.node.sql(
                    f"insert into probe values ('{self.node.name}', {self.number})", timeout=3)
            except (subprocess.SubprocessError, OSError):
                continue
            if not warned:
                self.kept.append((begun, time.monotonic(), self.number))

    def end(self):
        self.over.set()
        self.thread.join(10)


def two_writers(probes):
    """Times at which a server kept a write that was begun after another had kept one of a later
    leadership, and before that one's end: each writer's writes must lie in stretches that no other's
    falls into."""
    kept = sorted((begun, told, probe.node.name) for probe in probes for begun, told, _ in probe.kept)
    found = []
    for (begun, told, name), (next_begun, _, next_name) in zip(kept, kept[1:]):
        if name != next_name and next_begun < told:
            found.append(f"{name} and {next_name} within {told - next_begun:.1f} s")
    # Back and forth: a leadership lasts seconds at least, two writers alternate.
    turns = [(kept[0][2], kept[0][0])] if kept else []
    for begun, _, name in kept:
        if name != turns[-1][0]:
            if begun - turns[-1][1] < 1:
                found.append(f"{turns[-1][0]} and {name} by turns")
            turns.append((name, begun))
    return found, max(0, len(turns) - 1)


def lost(probes, leader):
    there = set(leader.sql("select node || ' ' || number from probe", timeout=30)[0].split("\n"))
    return sorted(f"{probe.node.name} {number}" for probe in probes for _, _, number in probe.kept
                  if f"{probe.node.name} {number}" not in there)
