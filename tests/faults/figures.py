"""figures.py - the lines "figures {...}" of one run as docs/hazards/figures.md. Called by
tools/faults.sh: figures.py LOG LENGTH SEED FAILED."""

import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys


def said(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout.strip()


def machine():
    model = "unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().split("\n"):
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    memory = int(pathlib.Path("/proc/meminfo").read_text().split()[1]) // 1024 // 1024
    return (f"{os.cpu_count()} cores ({model}), {memory} GB, Linux {platform.release()}, SQLite "
            f"{said('sqlite3', '--version').split(' ')[0]}")


def commit():
    # The file this goes into is begun before anything is asked.
    others = said("git", "status", "--porcelain", "--", ":(exclude)docs/hazards/figures.md")
    changed = " with changes not committed" if others else ""
    return said("git", "rev-parse", "--short=12", "HEAD") + changed


# What is said of each, in order; {} takes the figures of the run.
ROWS = [
    ("kills", "The server killed while four people record",
     "{kills} kills, {acknowledged} acknowledged, {sent_again} sent again, {on_disk_unanswered} of "
     "them on disk already", "{lost} lost, {doubled} doubled", "started again within "
     "{slowest_start_ms} ms"),
    ("kills_without_keys", "The same with the keys of the forms forgotten: must be seen",
     "{kills} kills", "{doubled} doubled", "as it must be"),
    ("stops", "The server told to stop while eight people record and read",
     "{stops} stops, {acknowledged} acknowledged, {read} read",
     "{lost} lost, {doubled} doubled, {left_without_answer} left without an answer",
     "over within {slowest_stop_ms} ms"),
    ("stops_killed", "The same, killed instead: must be seen", "{stops} kills",
     "{left_without_answer} left without an answer", "as it must be"),
    ("cuts", "The power cut under the server, {disk}",
     "{cuts} cuts, {acknowledged} acknowledged, {sent_again} sent again",
     "{lost} lost, {doubled} doubled, {not_opened} not opened",
     "started again within {slowest_start_ms} ms"),
    ("cuts_without_flushing", "The same with nothing flushed: must be seen",
     "{cuts} cuts, {acknowledged} acknowledged", "{lost} lost, {not_opened} not opened",
     "as it must be"),
    ("failovers", "The leader of three machines killed, paused, cut off or filled",
     "{failovers} failovers, {acknowledged} acknowledged, {sent_again} sent again",
     "{lost} lost, {doubled} doubled, {two_writers} times two writers; {of_these_lost} of "
     "{written_past_gweld} probes past Gweld lost", "writes paused {longest_pause_s} s at most"),
    ("failovers_asynchronous", "The same without a second machine waited for: must be seen",
     "{failovers} failovers, {acknowledged} acknowledged", "{lost} lost", "as it must be"),
    ("disk", "A write, flush, truncation, opening or reading fails, once or for good",
     "{points} points, {simulated_cuts} simulated power cuts",
     "every one came out whole or not at all" , "expectations of tests/faults/disk_test.cc"),
    ("simulation", "The whole service in one thread, everything that goes wrong chosen by a seed",
     "{seeds} seeds, {acknowledged} acknowledged; {kills} kills, {cuts} power cuts, {disk} faults of "
     "the disk, {network} of the network, {clock} of the clock",
     "0 lost, 0 doubled, 0 half there, pages as the record",
     "expectations of tests/simulation: one broken, and the run above says so"),
    ("flips", "A flipped bit in the record, its log, a letter",
     "{flips} flips, {visible} of them changed something visible", "{found} of {visible} found",
     "by gweld check"),
]


def main():
    log, length, seed, failed = sys.argv[1:]
    text = pathlib.Path(log).read_text()
    found = [json.loads(line[len("figures "):]) for line in text.split("\n")
             if line.startswith("figures ")]
    print("# Faults, in figures\n")
    print("Written by `tools/faults.sh`, from what ran and nothing else.\n")
    print(f"- **When:** {datetime.datetime.now(datetime.timezone.utc):%d %B %Y, %H:%M} UTC")
    print(f"- **Commit:** {commit()}")
    print(f"- **Machine:** {machine()}")
    print(f"- **Run:** length {length}, seed {seed}; again with "
          f"`tools/faults.sh --length {length} --seed {seed}`")
    print("- **Came out:** " + ("as promised" if failed == "0" else "**NOT as promised; see below**")
          + "\n")
    print("| what was done | how often | what came of it | |\n|---|---|---|---|")
    for key, name, often, outcome, remark in ROWS:
        for figures in (f[key] for f in found if key in f):
            if "not_run" in figures:
                print(f"| {name.format(**figures)} | **not run**: {figures['not_run']} | | |")
                continue
            cells = [part.format(**figures) for part in (name, often, outcome, remark)]
            print("| " + " | ".join(cells) + " |")
    failures = [line for line in text.split("\n") if line.startswith(("FAIL", "[  FAILED  ]"))]
    if failures:
        print("\n## What failed\n")
        print("\n".join(f"    {line}" for line in failures))


main()
