"""load.py - the service under more load than it can carry, under one greedy person, under slow
clients, and under a council's ordinary morning. Prints one line of figures for each; not a test.

  load.py BUILD_FOLDER [--only overload|fairness|slow|morning|wales] [--seconds 10] [--store sqlite|postgres]

Needs: ninja gweld open_loop; slowhttptest for `slow`; PostgreSQL 15 for `--store postgres`. The
server has one core and the client the other, where there are two, so that neither takes the
other's. People ask in an open loop: they do not wait for each other (open_loop.cc)."""

import argparse
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

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "faults"))
from served import Browser, Load, Person, Server, Writer, children_of  # noqa: E402

PEOPLE = ["catrin.hughes", "rhian.ellis", "eleri.vaughan", "dewi.parry", "gwenan.ellis"]
SESSIONS_EACH = 8  # people at work at once: forty
CONNECTIONS = 2000


class Bench:
    def __init__(self, asked, folder):
        self.build = pathlib.Path(asked.build)
        self.gweld = self.build / "gweld"
        self.seconds = asked.seconds
        self.store = asked.store
        self.folder = pathlib.Path(folder)
        self.county = self.folder / "county.gweld"
        self.copies = 0
        subprocess.run([self.gweld, "demo", "--data", self.county], check=True,
                       stdout=subprocess.DEVNULL)

    def data(self):
        """Where a county of its own is kept: a copy of the file, or a copy of the database."""
        self.copies += 1
        number = self.copies
        if self.store == "sqlite":
            copy = self.folder / f"county-{number}.gweld"
            shutil.copy(self.county, copy)
            return str(copy)
        return self.postgres.copy(number)

    def server(self, data, pinned="0"):
        server = Server(self.gweld, data, log=subprocess.DEVNULL)
        server.start()
        pin(server.process.pid, pinned)
        return server

    def ask(self, port, rate, requests, seconds=None, pinned="1"):
        path = self.folder / f"requests-{port}"
        path.write_bytes(b"".join(f"{len(r)}\n".encode() + r for r in requests))
        said = subprocess.run(
            ["taskset", "-c", pinned, self.build / "bench" / "open_loop", str(port), str(rate),
             str(seconds or self.seconds), str(CONNECTIONS), path],
            capture_output=True, text=True, check=True).stdout
        return json.loads(said)


class Postgres:
    def __init__(self, bench):
        self.place = tempfile.mktemp(prefix="gweld-load-", dir="/tmp")
        self.tool = HERE.parent / "tools" / "postgres.sh"
        subprocess.run([self.tool, "start", self.place], check=True, stdout=subprocess.DEVNULL)
        self.sql("CREATE DATABASE county")
        subprocess.run([bench.gweld, "move", "--data", bench.county, "--to", self.url("county")],
                       check=True, stdout=subprocess.DEVNULL)

    def url(self, name):
        return f"postgresql://gweld@/{name}?host={self.place}"

    def sql(self, text):
        subprocess.run(["psql", "-q", self.url("postgres"), "-c", text], check=True)

    def copy(self, number):
        self.sql(f"CREATE DATABASE county{number} TEMPLATE county")
        return self.url(f"county{number}")

    def stop(self):
        subprocess.run([self.tool, "stop", self.place], check=False)


def pin(pid, cores):
    if os.cpu_count() > 1:
        subprocess.run(["taskset", "-acp", cores, str(pid)], check=True, stdout=subprocess.DEVNULL)


def resident_mb(server):
    text = pathlib.Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", text)[1]) // 1024


def signed_in(port):
    people = []
    for name in PEOPLE:
        for _ in range(SESSIONS_EACH):
            person = Person(name)
            Browser(port, person).sign_in()
            people.append(person)
    return people


def request(port, person, path):
    cookies = "; ".join(f"{k}={v}" for k, v in person.cookies.items())
    return (f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookies}\r\n"
            "Accept-Encoding: gzip\r\n\r\n").encode()


def morning(port, people):
    """What people look at: two thirds children's records, each opening kept durably as a look."""
    asked = []
    chance = random.Random(1)

    def look_at(person, browser, path, often=1):
        if browser.ask("GET", path)[0] == 200:  # not everybody may see every page
            asked.extend(often * [request(port, person, path)])

    for person in people:
        browser = Browser(port, person)
        if browser.ask("GET", "/work")[0] != 200:
            continue
        page = browser.page("/team") if person.name == "rhian.ellis" else browser.page("/work")
        children = list(dict.fromkeys(re.findall(r'href="/child/([0-9a-f-]{36})', page)))
        for child in chance.sample(children, min(len(children), 8)):
            look_at(person, browser, f"/child/{child}", 2)
            look_at(person, browser, f"/child/{child}/chronology")
        if children:
            look_at(person, browser, f"/child/{children[0]}/visit")
        look_at(person, browser, "/work", 2)
        look_at(person, browser, "/search?q=davies")
        look_at(person, browser, "/team")
    return asked


def show(name, figures):
    print(f"{name}: {json.dumps(figures)}", flush=True)


def overload(bench):
    server = bench.server(bench.data())
    try:
        requests = morning(server.port, signed_in(server.port))
        capacity, rate = 0, 1000
        while True:  # the most it answers in time, found by asking more until it gains nothing
            told = bench.ask(server.port, rate, requests, 5)
            capacity = max(capacity, told["good_per_second"])
            if told["good_per_second"] < 0.9 * rate:
                break
            rate = int(rate * 1.3)
        show("capacity", {"good_per_second": capacity, "resident_mb": resident_mb(server)})
        for times in (1, 2, 5, 10):
            told = bench.ask(server.port, times * capacity, requests)
            told["of_capacity"] = round(told["good_per_second"] / capacity, 2)
            show(f"{times} times capacity", told)
        begun = time.monotonic()
        while True:
            told = bench.ask(server.port, capacity / 2, requests, 1)
            if told["good"] == told["offered"] or time.monotonic() - begun > 60:
                break
        show("after it", {"all_good_after_s": round(time.monotonic() - begun, 1), **told,
                          "resident_mb": resident_mb(server)})
    finally:
        server.stop()


class Greedy(threading.Thread):
    """One person who has fifty reports made, again and again, while somebody records."""

    def __init__(self, port, person):
        super().__init__(daemon=True)
        self.port, self.person, self.over = port, person, threading.Event()
        self.made, self.refused = 0, 0

    def run(self):
        threads = [threading.Thread(target=self.again_and_again) for _ in range(50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def again_and_again(self):
        browser = Browser(self.port, self.person)
        while not self.over.is_set():
            status, _, _ = browser.ask("GET", "/figures")
            if status == 200:
                self.made += 1
            else:
                self.refused += 1
                time.sleep(2)  # as Retry-After asks


def recording(server):
    """Somebody who records one visit after the other: the record changes all the time."""
    person = Person("catrin.hughes")
    child = children_of(server.port, person)[0]
    return Load([Writer(server.port, person, child, "w0", random.Random(0))])


def fairness(bench):
    server = bench.server(bench.data(), pinned="0-1")
    load = recording(server)
    try:
        people = signed_in(server.port)
        requests = morning(server.port, people)
        load.begin()
        for name, greedy in (("alone", None), ("beside fifty reports of one person",
                                               Greedy(server.port, people[0]))):
            if greedy:
                greedy.start()
                time.sleep(0.5)
            told = bench.ask(server.port, 200, requests, pinned="0-1")
            if greedy:
                greedy.over.set()
                greedy.join()
                told.update(reports=greedy.made, reports_refused=greedy.refused)
            show(name, told)
    finally:
        load.end()
        server.stop()


def slow(bench):
    server = bench.server(bench.data())
    try:
        requests = morning(server.port, signed_in(server.port))
        for name, mode in (("slow headers", "-H"), ("slow bodies", "-B"), ("slow readers", "-X")):
            attack = subprocess.Popen(
                ["slowhttptest", mode, "-c", "2000", "-r", "500", "-i", "5", "-l",
                 str(bench.seconds + 5), "-u", f"http://127.0.0.1:{server.port}/sign-in"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(5)
            told = bench.ask(server.port, 100, requests)
            attack.terminate()
            attack.wait()
            told["share_good"] = round(told["good"] / told["offered"], 5)
            show(f"2,000 {name}", told)
    finally:
        server.stop()


def ordinary_morning(bench):
    server = bench.server(bench.data())
    load = recording(server)
    try:
        requests = morning(server.port, signed_in(server.port))
        load.begin()
        told = bench.ask(server.port, 200, requests)
        load.end()
        told["visits_recorded"] = sum(len(w.acknowledged) for w in load.writers)
        told["resident_mb"] = resident_mb(server)
        show(f"200 a second beside people who record, {bench.store}", told)
    finally:
        server.stop()


def wales(bench):
    servers = [bench.server(bench.data(), pinned="0-1") for _ in range(22)]
    try:
        results, threads = [], []
        mornings = [(s.port, morning(s.port, signed_in(s.port)[::SESSIONS_EACH])) for s in servers]
        for port, requests in mornings:
            threads.append(threading.Thread(target=lambda p=port, r=requests: results.append(
                bench.ask(p, 600 / 22, r, pinned="0-1"))))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        show(f"600 a second, 22 councils, {bench.store}", {
            "offered": sum(r["offered"] for r in results), "good": sum(r["good"] for r in results),
            "worst_p99_ms": max(r["p99_ms"] for r in results),
            "wrong": sum(r["wrong"] + r["broken"] + r["refused"] + r["late"] for r in results),
            "resident_mb": sum(resident_mb(s) for s in servers)})
    finally:
        for server in servers:
            server.stop()


PARTS = {"overload": overload, "fairness": fairness, "slow": slow, "morning": ordinary_morning,
         "wales": wales}


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("build")
    asked.add_argument("--only", choices=PARTS, action="append")
    asked.add_argument("--seconds", type=int, default=10)
    asked.add_argument("--store", choices=["sqlite", "postgres"], default="sqlite")
    asked = asked.parse_args()
    print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(asked, folder)
        if asked.store == "postgres":
            bench.postgres = Postgres(bench)
        try:
            for part in asked.only or PARTS:
                if part == "slow" and not shutil.which("slowhttptest"):
                    print("slow: not run, slowhttptest is not installed")
                    continue
                PARTS[part](bench)
        finally:
            if asked.store == "postgres":
                bench.postgres.stop()


if __name__ == "__main__":
    main()
