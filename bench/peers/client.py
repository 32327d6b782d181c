#!/usr/bin/env python3
"""Signs in to Gweld and to its peers, finds families to record visits to, and compares answers.

    client.py cookie SYSTEM PORT NAME        prints the header
    client.py families PORT                  one child of each family: name, tab, child
    client.py same GWELD DJANGO DIRECTUS (ports): stops where they do not answer alike
"""

import http.client
import json
import re
import sys
import urllib.parse

PASSWORD = "gweld-demo-county"
MANAGERS = "rhian.ellis huw.pritchard delyth.morgan anthony.clarke mair.griffiths".split()
HEAD = "eleri.vaughan"


class Browser:
    def __init__(self, port):
        self.port, self.cookies = port, {}

    def header(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body, {
            "Cookie": self.header(), "Origin": f"http://127.0.0.1:{self.port}",
            **({"Content-Type": kind} if body else {})})
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.read().decode()


def signed_in(system, port, name):
    browser = Browser(port)
    if system == "directus":
        status, _ = browser.ask("POST", "/auth/login", json.dumps(
            {"email": f"{name}@example.com", "password": PASSWORD, "mode": "session"}),
            "application/json")
        good = status == 200
    else:
        token, user = {"gweld": ("csrf", "name"), "django": ("csrfmiddlewaretoken", "username")}[system]
        _, page = browser.ask("GET", "/sign-in")
        secret = re.search(f'name="{token}" value="([^"]+)"', page)[1]
        status, _ = browser.ask("POST", "/sign-in", urllib.parse.urlencode(
            {token: secret, user: name, "password": PASSWORD}))
        good = status in (302, 303)
    if not good:
        sys.exit(f"{system}: {name} could not sign in: {status}")
    return browser


def page_of(system, port, name, path):
    status, page = signed_in(system, port, name).ask("GET", path)
    if status != 200:
        sys.exit(f"{system} answered {status} to {path}: {page[:200]}")
    return page


def families(port):
    """Brothers and sisters are on one form, so one child of each."""
    met = set()
    for name in MANAGERS:
        browser = signed_in("gweld", port, name)
        listed = re.search(r'id="overdue".*id="no-plan"', browser.ask("GET", "/team")[1], re.DOTALL)[0]
        for child in dict.fromkeys(re.findall(r"/child/([0-9a-f-]{36})", listed)):
            status, form = browser.ask("GET", f"/child/{child}/visit")
            on_form = set(re.findall(r'name="version-([0-9a-f-]{36})"', form))
            if status == 200 and not on_form & met:
                met |= on_form
                yield name, child


def overdue_by_gweld(port, name):
    page = page_of("gweld", port, name, "/team")
    section = page.split('id="overdue"')[1].split('id="due-soon"')[0]
    return list(dict.fromkeys(re.findall(r"/child/([0-9a-f-]{36})", section)))


def months_by_gweld(port):
    """Of the table on the page: due, on time, recorded late, late, not met; the last twelve."""
    page = page_of("gweld", port, HEAD, "/figures/cp.visit.seen-alone")
    found = []
    for row in re.findall(r"<tr[^>]*>.*?</tr>", page, re.DOTALL):
        cells = [re.sub(r"<[^>]*>", "", cell).strip()
                 for cell in re.findall(r"<t[hd][^>]*>.*?</t[hd]>", row, re.DOTALL)]
        if len(cells) == 10 and re.fullmatch(r"\w+ \d{4}", cells[0]):
            found.append([int(cells[n]) for n in (1, 3, 4, 6, 7)])
    return found[:12][::-1]


def answers_of_django(port, name):
    team = page_of("django", port, name, "/team")
    rows = re.findall(r"<tr><th>\d{4}-\d\d</th>(.*?)</tr>", page_of("django", port, HEAD, "/figures"))
    return (re.findall(r"/child/([0-9a-f-]{36})", team),
            [[int(n) for n in re.findall(r"<td>(\d+)</td>", row)] for row in rows])


def answers_of_directus(port, name):
    names = "due on_time recorded_late late not_met".split()
    return ([row["child"] for row in json.loads(page_of("directus", port, name, "/county/team"))],
            [[int(row[one]) for one in names]
             for row in json.loads(page_of("directus", port, HEAD, "/county/figures"))])


def same(gweld, django, directus):
    months = months_by_gweld(gweld)
    if len(months) != 12:
        sys.exit(f"gweld showed {len(months)} months")
    for name in MANAGERS:
        overdue = overdue_by_gweld(gweld, name)
        for system, answers in (("Django", answers_of_django(django, name)),
                                ("Directus", answers_of_directus(directus, name))):
            if sorted(answers[0]) != sorted(overdue):
                sys.exit(f"{system} does not list the children Gweld lists for {name}")
            if answers[1] != months:
                sys.exit(f"{system} does not count as Gweld does: {answers[1]} and {months}")
        print(f"the same answers: {len(overdue)} children overdue for {name}, twelve months")


command, *given = sys.argv[1:]
if command == "cookie":
    print(signed_in(given[0], int(given[1]), given[2]).header())
elif command == "families":
    for name, child in families(int(given[0])):
        print(f"{name}\t{child}")
elif command == "same":
    same(*map(int, given))
else:
    sys.exit(__doc__)
