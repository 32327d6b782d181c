"""failovers.py - three machines of the record as packaging/wales makes them, two `gweld serve` over
them, and people who record visits all the while. The leader is killed, paused, cut off or its disk
filled, by turns in the order of the seed; each time another takes over. Compares the record with what
people were told.

  failovers.py PATH/TO/gweld [--failovers 5] [--seed 1] [--writers 4] [--data RECORD]
               [--replication asynchronous]

--replication asynchronous runs the same on a cluster that does not wait for a second server, with the
leader cut from the other two; it passes only when it finds what is lost. Needs root, and Debian's
patroni, etcd-server, haproxy, nftables, postgresql-15; says so when it was not run. The last lines are
"figures {...}" and "N passed, M failed"."""

import argparse
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import harms
import machines
import probes

sys.path.insert(0, str(machines.TREE / "tests" / "faults"))
from served import Load, Person, Refused, Server, Writer, children_of, compare  # noqa: E402

SIGN_IN = "catrin.hughes"
LONGEST_PAUSE = 30
# Pages that ask for another press, and keep what was typed.
ASKED_AGAIN = ["Gweld cannot sign anyone in at the moment",
               "This form was opened before you signed in again"]


def told(arguments):
    asked = argparse.ArgumentParser()
    asked.add_argument("gweld")
    asked.add_argument("--failovers", type=int, default=5)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--writers", type=int, default=4)
    asked.add_argument("--data", help="a demo county to begin with, a file or a dump (.sql); without it one "
                       "is made")
    asked.add_argument("--replication", choices=["synchronous", "asynchronous"],
                       default="synchronous")
    asked.add_argument("--keep", help="a folder for the logs of a run that failed")
    return asked.parse_args(arguments)


class PatientLoad(Load):
    """People who press again while the server says that it cannot."""

    def _work(self, writer):
        while not self.over.is_set():
            try:
                writer.write()
                time.sleep(0.02)
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
            except Refused as refused:
                if refused.status < 500 and all(
                        said not in refused.page for said in ASKED_AGAIN):
                    writer.refused.append(refused)
                    return
                time.sleep(0.1)


def longest_pause(writers, since, until):
    """The longest that any of them waited between one answer and the next, in seconds."""
    longest = 0.0
    for writer in writers:
        times = [since, *[at for _, at in writer.acknowledged if since < at < until], until]
        longest = max(longest, *[(b - a) / 1e9 for a, b in zip(times, times[1:])])
    return longest


class Watch(threading.Thread):
    """Asks every Patroni twice a second who leads: two may never both say so."""

    def __init__(self, cluster):
        super().__init__(daemon=True)
        self.cluster, self.over, self.looks, self.both = cluster, threading.Event(), 0, []

    def run(self):
        while not self.over.wait(0.5):
            answers = {n.name: machines.asked(f"http://{n.address}:8008/primary", timeout=1)
                       for n in self.cluster.nodes}
            leaders = [name for name, answer in answers.items() if answer and answer[0] == 200]
            self.looks += 1
            if len(leaders) > 1:
                self.both.append(leaders)


class Campaign:
    def __init__(self, asked, folder):
        self.asked, self.folder = asked, pathlib.Path(folder)
        self.chance = random.Random(asked.seed)
        self.cluster = machines.Cluster(folder, asked.replication)
        self.pauses, self.probes, self.servers = {}, [], []

    def begin(self):
        dump = self.dumped()
        self.cluster.start()
        address = self.cluster.address
        machines.run("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname", address,
                     "--file", dump, stdout=subprocess.DEVNULL)
        self.head = self.newest()
        safe = self.asked.replication == "synchronous"
        key = self.folder / "phone-key"
        for number in range(2):
            log = open(self.folder / f"gweld-{number}.log", "ab")
            more = [*(["--needs-standby"] if safe else []), "--phone-key", key]
            self.servers.append(Server(self.asked.gweld, address, log=log, more=more))
            self.servers[-1].start()
        person = Person(SIGN_IN)
        children = children_of(self.servers[0].port, person)[:self.asked.writers]
        people = [Person(SIGN_IN) for _ in self.servers]
        self.writers = [Writer(self.servers[n % 2].port, people[n % 2], child, f"w{n}",
                               random.Random(f"{self.asked.seed} {n}"))
                        for n, child in enumerate(children)]
        self.cluster.leader().sql(probes.TABLE)
        self.probes = [probes.Probe(node) for node in self.cluster.nodes]
        self.watch = Watch(self.cluster)
        for one in self.probes:
            one.begin()
        self.watch.start()
        self.load = PatientLoad(self.writers)
        self.load.begin()

    def dumped(self):
        """A county as PostgreSQL writes it down: moved entry by entry to three machines, it takes
        several times as long."""
        if str(self.asked.data).endswith(".sql"):
            return self.asked.data
        data, server = self.asked.data or self.folder / "county.gweld", self.folder / "moving"
        if not self.asked.data:
            machines.run(self.asked.gweld, "demo", "--data", data, stdout=subprocess.DEVNULL)
        tool, address = machines.TREE / "tools" / "postgres.sh", f"postgresql://gweld@/postgres?host={server}"
        os.chmod(self.folder, 0o755)
        machines.run(tool, "start", server, stdout=subprocess.DEVNULL)
        try:
            machines.run(self.asked.gweld, "move", "--data", data, "--to", address)
            machines.run("pg_dump", "--no-owner", "--no-privileges", "--file",
                         self.folder / "county.sql", address)
        finally:
            machines.run(tool, "stop", server)
        return self.folder / "county.sql"

    def newest(self):
        return int(self.cluster.leader().sql("select coalesce(max(seq), 0) from entry",
                                             database="gweld")[0])

    def counts(self):
        said, _ = self.cluster.leader().sql(
            "select substring(body from 'w[0-9]+-[0-9]+ nobody came') from "
            f"entry where seq > {self.head}", timeout=60, database="gweld")
        counts = {}
        for mark in re.findall(r"(w\d+-\d+) nobody came", said):
            counts[mark] = counts.get(mark, 0) + 1
        return counts

    def one(self, name):
        begin, end = harms.HARMS[name]
        self.cluster.until_whole(180)
        time.sleep(self.chance.uniform(2, 4))
        old = self.cluster.leader()
        before = time.monotonic_ns()
        begin(old)
        self.until_another(old)
        resumed = {writer: len(writer.acknowledged) for writer in self.writers}
        patience = time.monotonic() + 60
        while time.monotonic() < patience and any(
                len(w.acknowledged) < resumed[w] + 3 for w in self.writers if not w.refused):
            time.sleep(0.1)
        time.sleep(self.chance.uniform(1, 3))
        end(old)
        self.cluster.until_whole(180)
        pause = longest_pause(self.writers, before, time.monotonic_ns())
        self.pauses.setdefault(name, []).append(round(pause, 1))
        print(f"     {name}: {old.name}, then {self.cluster.leader().name}; writes paused "
              f"{pause:.1f} s", flush=True)

    def until_another(self, old):
        until = time.monotonic() + 90
        while time.monotonic() < until:
            now = self.cluster.leader()
            if now and now is not old:
                return
            time.sleep(0.1)
        raise RuntimeError(f"90 s after, no other leads: {self.cluster.members()}")

    def end(self):
        time.sleep(1)
        self.load.end()
        for one in self.probes:
            one.end()
        self.watch.over.set()
        self.cluster.until_whole(180)

    def stop(self):
        for server in self.servers:
            if server.process.poll() is None:
                server.process.kill()
        for node in self.cluster.nodes:
            for what in node.processes.values():
                what.kill()


def harms_of(asked, chance):
    if asked.replication == "asynchronous":
        return ["cut from the other two"] * asked.failovers
    chosen = []
    while len(chosen) < asked.failovers:
        turn = list(harms.HARMS)
        chance.shuffle(turn)
        chosen += turn
    return chosen[:asked.failovers]


def judge(campaign, check):
    asked, cluster = campaign.asked, campaign.cluster
    found = compare(campaign.writers, campaign.counts())
    safe = asked.replication == "synchronous"
    both, changes = probes.two_writers(campaign.probes)
    lost_probes = probes.lost(campaign.probes, cluster.leader())
    pauses = [p for some in campaign.pauses.values() for p in some]
    refused = [f"{r}: {r.said()}" for w in campaign.writers for r in w.refused]
    acknowledged = sum(len(w.acknowledged) for w in campaign.writers)
    if safe:
        check("nothing acknowledged is lost", not found["lost"], found["lost"][:20])
        check("nothing that a server said it kept is lost", not lost_probes, lost_probes[:20])
        check("never two that write", not both, both)
        check("never two that say they lead", not campaign.watch.both, campaign.watch.both)
        check(f"writes were paused {LONGEST_PAUSE} s at most",
              len(pauses) == asked.failovers and max(pauses) <= LONGEST_PAUSE, campaign.pauses)
        check("nobody was refused", not refused, refused)
    else:
        check("without a second server acknowledged entries are lost, and that is seen",
              found["lost"], found)
    check("nothing sent again is there twice", not found["doubled"], found["doubled"][:20])
    check("nothing is there that nobody sent", not found["invented"], found["invented"][:20])
    check("every harm made another lead", changes >= asked.failovers, changes)
    check("people went on recording", acknowledged > 20 * asked.failovers, acknowledged)
    done = subprocess.run([asked.gweld, "check", "--data", cluster.address], capture_output=True,
                          text=True)
    check("the chain has one end and is whole, and the tables follow from it",
          done.returncode == 0, done.stdout + done.stderr)
    return {"seed": asked.seed, "failovers": len(pauses), "acknowledged": acknowledged,
            "sent_again": sum(w.resent for w in campaign.writers), "lost": len(found["lost"]),
            "doubled": len(found["doubled"]), "two_writers": len(both) + len(campaign.watch.both),
            "written_past_gweld": sum(len(p.kept) for p in campaign.probes),
            "of_these_lost": len(lost_probes), "longest_pause_s": max(pauses, default=0),
            "pauses_s": campaign.pauses, "made_again": cluster.reinitialised}


def run_campaign(asked, check, folder):
    campaign = Campaign(asked, folder)
    try:
        campaign.begin()
        for name in harms_of(asked, campaign.chance):
            campaign.one(name)
        campaign.end()
        return judge(campaign, check)
    finally:
        campaign.stop()
        if asked.keep:
            shutil.copytree(folder, asked.keep, dirs_exist_ok=True,
                            ignore=lambda _, names: [n for n in names if not n.endswith(".log") and
                                                     not n.startswith("node-")])


def main():
    asked = told(sys.argv[1:])
    name = "failovers" if asked.replication == "synchronous" else "failovers_asynchronous"
    why = machines.cannot_run()
    if why:
        print("figures " + json.dumps({name: {"not_run": why}}))
        print(f"not run: {why}\n0 passed, 0 failed")
        return 0
    machines.alone()
    results = []

    def check(what, condition, shown=""):
        results.append(bool(condition))
        print(("ok   " if condition else "FAIL ") + what, flush=True)
        if not condition:
            print(f"     {shown}\n     again: tests/wales/failovers.py {asked.gweld} --seed "
                  f"{asked.seed} --failovers {asked.failovers} --replication {asked.replication}")

    begun = time.monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        figures = run_campaign(asked, check, folder)
    figures["seconds"] = round(time.monotonic() - begun)
    print("figures " + json.dumps({name: figures}))
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
