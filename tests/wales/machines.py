"""machines.py - three machines of the record in network namespaces of their own, on a bridge, with the
files that packaging/wales makes: etcd, Patroni and PostgreSQL each, a disk of limited size; and HAProxy
where the pages are served. Knows how to harm them; knows no Gweld.

Everything happens in private namespaces (alone() begins them): nothing of it is seen outside, and all
of it is gone when the test ends."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

TREE = pathlib.Path(__file__).resolve().parents[2]
PACKAGING = TREE / "packaging" / "wales"
NODES = {"node-a": "10.77.0.11", "node-b": "10.77.0.12", "node-c": "10.77.0.13"}
PAGES = "10.77.0.1"
PROGRAMS = ["patroni", "patronictl", "etcd", "haproxy", "nft", "ip", "unshare", "setpriv",
            "/usr/lib/postgresql/15/bin/postgres"]
DISK = "1200m"
PASSWORDS = ["postgres-password", "replication-password", "rewind-password", "gweld-password"]


def run(*command, **more):
    return subprocess.run([str(part) for part in command], check=True, **more)


def cannot_run():
    """Why not, or nothing."""
    if os.geteuid() != 0:
        return "not root"
    lacking = [p for p in PROGRAMS if not shutil.which(p, path=os.environ["PATH"] + ":/usr/sbin")]
    if lacking:
        return "not installed: " + ", ".join(lacking)
    tried = subprocess.run(
        ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c",
         "ip link add bridge type bridge && mount -t tmpfs none /mnt && nft list ruleset"],
        capture_output=True, text=True)
    return f"no namespaces here: {tried.stderr.strip()}" if tried.returncode else None


def alone():
    """Begins this program again in namespaces of its own, unless it is in them. What it starts ends
    with it."""
    if os.environ.get("GWELD_ALONE") != "yes":
        os.environ["GWELD_ALONE"] = "yes"
        os.execvp("unshare", ["unshare", "--net", "--mount", "--pid", "--fork", "--mount-proc",
                              "--kill-child", sys.executable, *sys.argv])
    bury_the_dead()
    pathlib.Path("/run/netns").mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "none", "/run/netns")
    for command in ["link set lo up", "link add bridge type bridge", "link set bridge up",
                    f"addr add {PAGES}/24 dev bridge"]:
        run("ip", *command.split())


def bury_the_dead():
    """The first process inherits what others leave behind; unburied, a PostgreSQL that was killed would
    still seem to be there. So the first does nothing else, and a second goes on with the test."""
    second = os.fork()
    if second == 0:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        return
    signal.signal(signal.SIGTERM, lambda *_: os.kill(second, signal.SIGTERM))
    while True:
        dead, status = os.wait()
        if dead == second:
            os._exit(os.waitstatus_to_exitcode(status) & 255)


def asked(url, body=None, timeout=2):
    """The status and what was said; nothing where nobody answers in time."""
    request = urllib.request.Request(url, json.dumps(body).encode() if body is not None else None)
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()
    except OSError:
        return None


def settings_for(folder):
    """The example, with the addresses, the folders and the sizes of the test."""
    text = (PACKAGING / "example.settings").read_text()
    here = {**NODES, "pages-network": "10.77.0.0/24", "shared-buffers": "64MB", "max-wal": "128MB",
            "wal-kept-for-a-server-that-is-away": "256MB", "room-kept-free": "120MB",
            "watchdog": "off", "haproxy-socket": f"{folder}/haproxy.sock",
            **{name: os.urandom(12).hex() for name in PASSWORDS}}
    for name in NODES:
        here[name] = NODES[name]
    for name, value in here.items():
        text, found = re.subn(rf"(?m)^{name} =.*$", f"{name} = {value}", text)
        if found != 1:
            raise RuntimeError(f"{found} settings are called {name}")
    return text


class Node:
    def __init__(self, name, folder):
        self.name, self.address, self.folder = name, NODES[name], pathlib.Path(folder) / name
        self.data, self.socket = self.folder / "disk" / "data", self.folder / "socket"
        self.processes = {}

    def within(self, *command):
        return ["ip", "netns", "exec", self.name, *[str(part) for part in command]]

    def as_postgres(self, *command):
        return self.within("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups",
                           *command)

    def prepare(self, settings, replication):
        for part in ["disk", "socket", "etcd", "files"]:
            (self.folder / part).mkdir(parents=True)
        run("mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", self.folder / "disk")
        own = self.folder / "settings"
        own.write_text(re.sub(r"(?m)^data =.*$", f"data = {self.data}", re.sub(
            r"(?m)^etcd-data =.*$", f"etcd-data = {self.folder}/etcd", re.sub(
                r"(?m)^socket-folder =.*$", f"socket-folder = {self.socket}", settings))))
        run(PACKAGING / "fill.py", own, self.name, self.folder / "files")
        patroni = self.folder / "files" / "patroni.yml"
        text = patroni.read_text().replace("/var/lib/postgresql/gweld.pgpass",
                                           f"{self.folder}/disk/pgpass")
        if replication == "asynchronous":
            for kept, given_up in [("synchronous_mode: true", "synchronous_mode: false"),
                                   ("synchronous_mode_strict: true", "synchronous_mode_strict: false"),
                                   ("failover: 0", "failover: 1048576")]:
                assert text.count(kept) == 1, kept
                text = text.replace(kept, given_up)
        patroni.write_text(text)
        run("chown", "-R", "postgres", self.folder)
        run("ip", "netns", "add", self.name)
        cable = "to-" + self.name
        run("ip", "link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", self.name)
        run("ip", "link", "set", cable, "master", "bridge", "up")
        for command in ["link set lo up", f"addr add {self.address}/24 dev eth0",
                        "link set eth0 up"]:
            run("ip", "-n", self.name, *command.split())

    def start(self, what):
        files = self.folder / "files"
        environment = dict(os.environ)
        if what == "etcd":
            command = self.within("etcd")
            environment.update(environment_of(files / "etcd.env"))
        elif what == "patroni":
            command = self.as_postgres("patroni", files / "patroni.yml")
        else:
            command = self.as_postgres(PACKAGING / "room.py")
            environment.update(environment_of(files / "room.env"))
        log = open(self.folder / f"{what}.log", "ab")
        self.processes[what] = subprocess.Popen(command, stdout=log, stderr=log, env=environment)

    def pids(self):
        """Of everything in it, with its name."""
        said = run("ip", "netns", "pids", self.name, capture_output=True, text=True).stdout
        found = {}
        for pid in map(int, said.split()):
            try:
                found[pid] = pathlib.Path(f"/proc/{pid}/comm").read_text().strip()
            except OSError:
                continue
        return found

    def signal(self, number, names):
        for pid, name in self.pids().items():
            if any(name.startswith(one) for one in names):
                try:
                    os.kill(pid, number)
                except ProcessLookupError:
                    continue

    def state(self):
        answer = asked(f"http://{self.address}:8008/patroni")
        return json.loads(answer[1]) if answer else {}

    def sql(self, statement, timeout=10, database="postgres"):
        """What psql says, as text; raises where it failed or took too long."""
        done = subprocess.run(
            self.as_postgres("psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                             "--host", self.socket, "--dbname", database, "--command", statement),
            capture_output=True, text=True, timeout=timeout, check=True, cwd="/",
            env={**os.environ, "PGCONNECT_TIMEOUT": "2"})
        return done.stdout, done.stderr


def environment_of(path):
    return dict(line.split("=", 1) for line in path.read_text().splitlines()
                if "=" in line and not line.startswith("#"))


class Cluster:
    def __init__(self, folder, replication):
        self.folder, self.replication = pathlib.Path(folder), replication
        self.nodes = [Node(name, folder) for name in NODES]
        self.reinitialised = 0

    def start(self):
        os.chmod(self.folder, 0o755)
        settings = settings_for(self.folder)
        for node in self.nodes:
            node.prepare(settings, self.replication)
            node.start("etcd")
        for node in self.nodes:
            node.start("patroni")
        pages = self.folder / "pages"
        (self.folder / "settings").write_text(settings)
        run(PACKAGING / "fill.py", self.folder / "settings", "pages", pages)
        (self.folder / "settings").unlink()
        self.until_whole(120)
        for node in self.nodes:
            node.start("room")
        script = (pages / "database.sql").read_text()
        for statement in [s for s in script.split(";\n") if s.strip()]:
            self.leader().sql(statement)
        self.proxy = subprocess.Popen(["haproxy", "-W", "-db", "-f", pages / "haproxy.cfg"],
                                      stdout=open(self.folder / "haproxy.log", "ab"),
                                      stderr=subprocess.STDOUT)
        self.address = "postgresql://gweld@127.0.0.1/gweld"
        os.environ["PGPASSFILE"] = str(pages / "pgpass")
        self.until_found()

    def until_found(self):
        """HAProxy takes every server for one that leads until it has asked once."""
        found = 0
        for _ in range(60):
            time.sleep(0.5)
            shown = subprocess.run(["psql", "--no-psqlrc", "--dbname", self.address, "--command", ""],
                                   capture_output=True, text=True,
                                   env={**os.environ, "PGTARGETSESSIONATTRS": "read-write"})
            found = found + 1 if shown.returncode == 0 else 0
            if found == 6:
                return
        raise RuntimeError(f"HAProxy finds none that leads: {shown.stderr}")

    def members(self):
        """As the first that answers tells it."""
        for node in self.nodes:
            answer = asked(f"http://{node.address}:8008/cluster")
            if answer and answer[0] == 200:
                return json.loads(answer[1])["members"]
        return []

    def leader(self):
        for node in self.nodes:
            answer = asked(f"http://{node.address}:8008/primary")
            if answer and answer[0] == 200:
                return node
        return None

    def whole(self):
        members = self.members()
        roles = sorted(m["role"] for m in members)
        wanted = {"synchronous": ["leader", "replica", "sync_standby"],
                  "asynchronous": ["leader", "replica", "replica"]}[self.replication]
        return (roles == wanted and len({m.get("timeline") for m in members}) == 1 and
                all(m["state"] in ("running", "streaming") for m in members) and
                self.streaming() == 2)

    def streaming(self):
        leader = self.leader()
        try:
            return int(leader.sql("select count(*) from pg_stat_replication where state = "
                                  "'streaming'")[0]) if leader else 0
        except (subprocess.SubprocessError, ValueError):
            return 0

    def until_whole(self, seconds):
        """A member that does not follow after half of the time is made again from the leader, as the
        guide says."""
        begun, made_again = time.monotonic(), False
        while not self.whole():
            passed = time.monotonic() - begun
            if passed > seconds:
                raise RuntimeError(f"not whole after {seconds} s: {self.members()}")
            if passed > seconds / 2 and not made_again and self.leader():
                made_again = True
                self.make_again(self.leader())
            time.sleep(0.5)

    def make_again(self, leader):
        following = leader.sql("select application_name from pg_stat_replication where state = "
                               "'streaming'")[0].split()
        for node in self.nodes:
            if node.name not in [leader.name, *following] and asked(
                    f"http://{node.address}:8008/reinitialize", {"force": True}, 10):
                self.reinitialised += 1
