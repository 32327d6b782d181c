"""stops.py - the real server is told to stop (SIGTERM) while people record and read, and started
again, as an upgrade does: what was acknowledged is there once, nobody who had asked is left without
an answer, and it is over in time.

  stops.py PATH/TO/gweld [--stops 10] [--seed 1] [--data RECORD] [--signal TERM|KILL]

--signal KILL passes only when it finds people left without an answer: the check can see that.
The last lines are "figures {...}" and "N passed, M failed"."""

import argparse
import http.client
import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

from kills import SIGN_IN, scratch_record
from served import Browser, Load, Person, Server, Writer, children_of, compare, head_of, recorded


class Reader(threading.Thread):
    """Looks at one page again and again on one connection. Whoever is refused a connection, or told
    that this one ends, knows that nothing was asked; who asked and hears nothing was let down."""

    def __init__(self, port, person, path, over):
        super().__init__()
        self.port, self.person, self.path, self.over = port, person, path, over
        self.answered, self.let_down = 0, []

    def run(self):
        browser = Browser(self.port, self.person)
        while not self.over.is_set():
            try:
                status, _, _ = browser.ask("GET", self.path)
                self.answered += status == 200
            except ConnectionRefusedError:
                time.sleep(0.005)
            except (http.client.HTTPException, OSError) as fault:
                self.let_down.append(repr(fault))


def campaign(asked, data):
    chance = random.Random(asked.seed)
    server = Server(asked.gweld, data)
    server.start()
    person = Person(SIGN_IN)
    children = children_of(server.port, person)[:4]
    head = head_of(data)
    writers = [Writer(server.port, person, child, f"w{n}", random.Random(f"{asked.seed} {n}"))
               for n, child in enumerate(children)]
    over = threading.Event()
    readers = [Reader(server.port, person, f"/child/{children[n % len(children)]}", over)
               for n in range(4)]
    load = Load(writers)
    load.begin()
    for reader in readers:
        reader.start()
    slowest, ended = 0.0, []
    for _ in range(asked.stops):
        time.sleep(chance.uniform(0.1, 0.5))
        begun = time.monotonic()
        if asked.signal == "KILL":
            server.kill()
        else:
            ended.append(server.stop())
        slowest = max(slowest, time.monotonic() - begun)
        server.start()
    time.sleep(0.3)
    over.set()
    load.end()
    for reader in readers:
        reader.join()
    server.process.send_signal(signal.SIGTERM)
    server.process.wait(timeout=30)
    found = compare(writers, recorded(data, head))
    let_down = [said for reader in readers for said in reader.let_down]
    figures = {"seed": asked.seed, "stops": asked.stops,
               "acknowledged": sum(len(w.acknowledged) for w in writers),
               "read": sum(r.answered for r in readers), "left_without_answer": len(let_down),
               "lost": len(found["lost"]), "doubled": len(found["doubled"]),
               "slowest_stop_ms": round(slowest * 1000)}
    return figures, found, let_down, ended


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("gweld")
    asked.add_argument("--stops", type=int, default=10)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--data")
    asked.add_argument("--signal", choices=["TERM", "KILL"], default="TERM")
    asked = asked.parse_args()
    results = []

    def check(name, condition, shown=""):
        results.append(bool(condition))
        print(("ok   " if condition else "FAIL ") + name)
        if not condition:
            print(f"     {shown}")

    with tempfile.TemporaryDirectory() as folder:
        data = scratch_record(asked.gweld, asked.data, folder)
        figures, found, let_down, ended = campaign(asked, data)
        check("nothing acknowledged is lost", not found["lost"], found["lost"])
        check("nothing is there twice", not found["doubled"], found["doubled"])
        if asked.signal == "KILL":
            check("killed instead, people are left without an answer, and that is seen", let_down)
        else:
            check("nobody who asked is left without an answer", not let_down, let_down[:5])
            check("it ends in order, within ten seconds",
                  not any(ended) and figures["slowest_stop_ms"] < 10000, (ended, figures))
        check("people went on reading and recording",
              figures["read"] > asked.stops and figures["acknowledged"] > asked.stops, figures)
        done = subprocess.run([asked.gweld, "check", "--data", data], capture_output=True, text=True)
        check("both chains are whole and the tables follow from them", done.returncode == 0,
              done.stdout + done.stderr)
    name = "stops" if asked.signal == "TERM" else "stops_killed"
    print("figures " + json.dumps({name: figures}))
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
