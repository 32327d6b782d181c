"""served.py - the real server on a scratch record, and somebody who signs in and records attempted
visits through its pages. Knows no faults. Everything a test must know of what was acknowledged is
written down here, on this side of the network."""

import http.client
import html
import os
import re
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import urllib.parse

PASSWORD = "gweld-demo-county"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """One `gweld serve`; started as often as it is killed, always on the same port."""

    def __init__(self, gweld, data, environment=None, log=None, more=()):
        self.gweld, self.data, self.port = str(gweld), str(data), free_port()
        self.environment = {**os.environ, "LANG": "C.UTF-8", **(environment or {})}
        self.log, self.more = log, [str(one) for one in more]
        self.process = None
        self.slowest_start = 0.0

    def start(self):
        """Returns when it answers. Raises what it said when it does not."""
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [self.gweld, "serve", "--demo", "--data", self.data, "--port", str(self.port),
             *self.more],
            stdout=subprocess.DEVNULL, stderr=self.log or subprocess.PIPE, env=self.environment)
        while time.monotonic() - begun < 30:
            if self.process.poll() is not None:
                said = "" if self.log else self.process.stderr.read().decode()
                raise RuntimeError(f"the server ended with {self.process.returncode}: {said}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                self.slowest_start = max(self.slowest_start, time.monotonic() - begun)
                return
            except OSError:
                time.sleep(0.003)
        raise RuntimeError("the server does not answer")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)
        self._close()
        return self.process.returncode

    def _close(self):
        if self.process.stderr:
            self.process.stderr.close()


class Refused(Exception):
    """The server answered, and did not save it."""

    def __init__(self, status, page):
        super().__init__(f"status {status}")
        self.status, self.page = status, page

    def said(self):
        # Behind what every page carries for visits that wait on a phone, out of sight.
        main = self.page.partition("app-main")[2].partition(">")[2] or self.page
        return " ".join(re.sub(r"<[^>]*>", " ", main).split())[:200]


class Person:
    """Somebody with a session, which the windows they have open share."""

    def __init__(self, name):
        self.name, self.cookies, self.one_at_a_time = name, {}, threading.Lock()


class Browser:
    """A window. Raises OSError or http.client.HTTPException when the server went away."""

    def __init__(self, port, person):
        self.port, self.person = port, person
        self.connection = None

    def ask(self, method, path, fields=None):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in list(self.person.cookies.items())),
                   "Origin": f"http://127.0.0.1:{self.port}"}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            page = answer.read().decode()
        except BaseException:
            self.connection.close()
            self.connection = None
            raise
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            key, _, value = cookie.split(";")[0].partition("=")
            self.person.cookies[key] = value
        return answer.status, answer.headers.get("Location", ""), page

    def sign_in(self):
        with self.person.one_at_a_time:
            if self.ask("GET", "/work")[0] != 200:
                self._sign_in()

    def _sign_in(self):
        _, _, page = self.ask("GET", "/sign-in")
        status, where, page = self.ask("POST", "/sign-in", {
            "csrf": hidden(page)["csrf"], "name": self.person.name, "password": PASSWORD})
        if status != 303 or "sign-in" in where:
            raise Refused(status, page)

    def page(self, path):
        status, where, page = self.ask("GET", path)
        if status == 303 and "sign-in" in where:
            self.sign_in()
            status, where, page = self.ask("GET", path)
        if status != 200:
            raise Refused(status, page)
        return page


def hidden(page):
    """The hidden fields of a page; those that repeat as a list."""
    fields = {}
    for tag in re.findall(r'<input[^>]*type="hidden"[^>]*>', page):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name:
            fields[html.unescape(name[1])] = html.unescape(value[1]) if value else ""
    return fields


class Writer:
    """Records attempted visits to one child, each with a mark of its own. An attempt without an
    answer is sent again, with the same key, until there is one: as a person would press Save."""

    def __init__(self, port, person, child, mark, chance, keys="kept"):
        self.browser = Browser(port, person)
        self.chance, self.keys = chance, keys
        self.path = f"/child/{child}/visit"
        self.mark = mark
        self.number = 0
        self.acknowledged = []  # (mark, monotonic nanoseconds when the answer was there)
        self.tried = []
        self.pending = None
        self.resent = 0
        self.unheard = 0
        self.refused = []

    def fill(self):
        page = self.browser.page(self.path)
        fields = hidden(page)
        self.number += 1
        said = f"{self.mark}-{self.number} nobody came to the door, the lights were on"
        fields.update({"outcome": "attempted", "when": "today", "because": "nobody_home",
                       "place": "home", "announced": "announced", "account": said,
                       "save": "whole"})
        self.tried.append(f"{self.mark}-{self.number}")
        return fields

    def write(self):
        """One acknowledged write, or an exception."""
        if self.pending is None:
            self.pending = self.fill()
        else:
            self.resent += 1
            fresh = hidden(self.browser.page(self.path))
            self.pending["csrf"] = fresh["csrf"]
            if self.keys == "forgotten":
                self.pending.update(fresh)
        deaf = self.chance.random() < 0.05
        status, where, page = self.browser.ask("POST", self.path, self.pending)
        if deaf and status == 303:
            self.unheard += 1
            raise ConnectionError("the answer was lost on its way; send it again")
        if status != 303:
            raise Refused(status, page)
        if "sign-in" in where:
            self.browser.sign_in()
            raise ConnectionError("signed out; send it again")
        self.acknowledged.append((self.tried[-1], time.monotonic_ns()))
        self.pending = None


def head_of(data):
    db = sqlite3.connect(f"file:{data}?mode=ro", uri=True, timeout=30)
    try:
        return db.execute("select authority, max(seq) from entry").fetchone()
    finally:
        db.close()


def recorded(data, head):
    """How often each mark stands in the record behind its former head, read by SQLite alone."""
    db = sqlite3.connect(f"file:{data}?mode=ro", uri=True, timeout=30)
    try:
        counts = {}
        for (body,) in db.execute("select body from entry where authority = ? and seq > ?", head):
            found = re.search(r"(w\d+-\d+) nobody came", body)
            if found:
                counts[found[1]] = counts.get(found[1], 0) + 1
        return counts
    finally:
        db.close()


def compare(writers, counts):
    """Lost: acknowledged and not there. Doubled: there twice. Invented: there and never tried."""
    acknowledged = {mark for writer in writers for mark, _ in writer.acknowledged}
    tried = {mark for writer in writers for mark in writer.tried}
    return {"lost": sorted(acknowledged - counts.keys()),
            "doubled": sorted(mark for mark, n in counts.items() if n > 1),
            "invented": sorted(counts.keys() - tried)}


def children_of(port, person):
    """One child of each family: brothers and sisters share the versions a form has seen."""
    browser = Browser(port, person)
    browser.sign_in()
    page = browser.page("/work")
    children, met = [], set()
    for child in dict.fromkeys(re.findall(r'href="/child/([0-9a-f-]{36})', page)):
        family = {f for f in hidden(browser.page(f"/child/{child}/visit")) if "version-" in f}
        if not family & met:
            children.append(child)
            met |= family
    return children


class Load:
    """Writers at work, each in a thread, until told to stop or their server is gone."""

    def __init__(self, writers):
        self.writers, self.over, self.threads = writers, threading.Event(), []

    def begin(self):
        self.over.clear()
        self.threads = [threading.Thread(target=self._work, args=(w,)) for w in self.writers]
        for thread in self.threads:
            thread.start()

    def _work(self, writer):
        while not self.over.is_set():
            try:
                writer.write()
            except (OSError, http.client.HTTPException):
                if self.over.is_set():
                    return
                time.sleep(0.005)
            except Refused as refused:
                writer.refused.append(refused)
                return

    def end(self):
        self.over.set()
        for thread in self.threads:
            thread.join()
