"""kills.py - kills the real server at random moments while people record, starts it again, and
compares the record with what they were told. The same seed gives the same choices; the moments a
machine makes of them are its own.

  kills.py PATH/TO/gweld [--kills 200] [--seed 1] [--writers 4] [--data RECORD] [--keys forgotten]

--keys forgotten sends again without the key of the first attempt: entries are doubled then, and it
passes only when it finds that. The last lines are "figures {...}" and "N passed, M failed"."""

import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from served import Load, Person, Server, Writer, children_of, compare, head_of, recorded

SIGN_IN = "catrin.hughes"


def told(arguments):
    asked = argparse.ArgumentParser()
    asked.add_argument("gweld")
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--writers", type=int, default=4)
    asked.add_argument("--data", help="a demo county to begin with; without it one is made")
    asked.add_argument("--keys", choices=["kept", "forgotten"], default="kept")
    return asked.parse_args(arguments)


def scratch_record(gweld, given, folder):
    data = pathlib.Path(folder) / "record.gweld"
    if given:
        shutil.copy(given, data)
    else:
        subprocess.run([gweld, "demo", "--data", data], check=True, stdout=subprocess.DEVNULL)
    return data


def campaign(asked, data):
    chance = random.Random(asked.seed)
    server = Server(asked.gweld, data)
    server.start()
    person = Person(SIGN_IN)
    children = children_of(server.port, person)[:asked.writers]
    head = head_of(data)
    writers = [Writer(server.port, person, child, f"w{n}", random.Random(f"{asked.seed} {n}"),
                      asked.keys) for n, child in enumerate(children)]
    load = Load(writers)
    found = {"lost": [], "doubled": [], "invented": []}
    kept_unheard = 0
    for kill in range(asked.kills):
        load.begin()
        time.sleep(chance.uniform(0.0, 0.25))
        server.kill()
        load.end()
        server.start()
        counts = recorded(data, head)
        kept_unheard += sum(1 for w in writers if w.pending and counts.get(w.tried[-1]))
        found = compare(writers, counts)
        if found["lost"] or found["invented"] or any(w.refused for w in writers):
            print(f"after kill {kill + 1}: {found}, {[str(r) for w in writers for r in w.refused]}")
            break
    load.begin()  # what was not acknowledged is sent until it is
    time.sleep(0.5)
    load.end()
    found = compare(writers, recorded(data, head))
    refused = [f"{r}: {r.said()}" for w in writers for r in w.refused]
    stopped = server.stop()
    figures = {"seed": asked.seed, "kills": kill + 1,
               "acknowledged": sum(len(w.acknowledged) for w in writers),
               "sent_again": sum(w.resent for w in writers),
               "on_disk_unanswered": kept_unheard,
               "lost": len(found["lost"]), "doubled": len(found["doubled"]),
               "invented": len(found["invented"]),
               "slowest_start_ms": round(server.slowest_start * 1000)}
    return figures, found, refused, stopped


def main():
    asked = told(sys.argv[1:])
    results = []

    def check(name, condition, shown=""):
        results.append(bool(condition))
        print(("ok   " if condition else "FAIL ") + name)
        if not condition:
            print(f"     {shown}\n     again: tests/faults/kills.py {asked.gweld} "
                  f"--seed {asked.seed} --kills {asked.kills}")

    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        data = scratch_record(asked.gweld, asked.data, folder)
        figures, found, refused, stopped = campaign(asked, data)
        check("nothing acknowledged is lost", not found["lost"], found["lost"])
        if asked.keys == "kept":
            check("nothing sent again is there twice", not found["doubled"], found["doubled"])
        else:
            check("without their keys entries are doubled, and that is seen", found["doubled"])
        check("nothing is there that nobody sent", not found["invented"], found["invented"])
        check("nobody was refused", not refused, refused)
        check("people went on recording", figures["acknowledged"] > asked.kills, figures)
        check("SIGTERM ends the last one in order", stopped == 0, stopped)
        done = subprocess.run([asked.gweld, "check", "--data", data], capture_output=True, text=True)
        check("both chains are whole and the tables follow from them", done.returncode == 0,
              done.stdout + done.stderr)
    figures["seconds"] = round(time.monotonic() - begun)
    name = "kills" if asked.keys == "kept" else "kills_without_keys"
    print("figures " + json.dumps({name: figures}))
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
