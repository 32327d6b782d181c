#!/usr/bin/env python3
"""Takes out of a record made by gweld demo what the peers are to hold, as CSV for PostgreSQL: the
tables beside the log, every entry about a person, and what visits said. Knows no peer.

    bench/peers/records.py DATA FOLDER
"""

import csv
import datetime
import json
import pathlib
import re
import sqlite3
import sys
import uuid

data, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
db = sqlite3.connect(f"file:{data}?mode=ro", uri=True)
calendar = pathlib.Path(__file__).parents[2] / "law/calendars/england-and-wales.toml"
EPOCH = datetime.date(1970, 1, 1)
NOTHING = r"\N"  # as PostgreSQL's copy writes null


def id_of(blob):
    return NOTHING if blob is None else str(uuid.UUID(bytes=blob))


def day(number):
    return NOTHING if number is None else EPOCH + datetime.timedelta(days=number)


def moment(milliseconds):
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.timezone.utc).isoformat()


def table(name, rows):
    with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


def said_at_visits():
    """Of each visit, its account and, by child, what the child said."""
    said = {}
    for entry, body in db.execute(
            "select id, body from entry where kind in ('visit.made', 'visit.attempted')"):
        visit = json.loads(body)
        words = {}
        for part in visit["children"]:
            if isinstance(part, dict):
                words[part["child"]] = (part["words"], part["words_language"])
        said[id_of(entry)] = (visit["account"], visit["arrived"], words)
    return said


def visits(said):
    for entry, child, made, on, place, announced, seen, alone, bedroom, because, worker, at in \
            db.execute("select entry, child, made, on_day, place, announced, seen, alone, bedroom, "
                       "because, worker, recorded_at from visit order by recorded_at"):
        account, arrived, words = said[id_of(entry)]
        spoken, language = words.get(id_of(child), ("", ""))
        yield [id_of(entry), id_of(child), made, day(on), arrived, place, announced, seen, alone,
               bedroom, because, account, spoken, language, id_of(worker), moment(at)]


def events():
    people = {row[0] for row in db.execute("select person from person")}
    for kind, about, on, at, name, role, team, body in db.execute(
            "select kind, about, effective_day, recorded_at, recorder_name, recorder_role, "
            "recorder_team, body from entry order by seq"):
        for start in range(0, len(about), 16):
            if about[start:start + 16] in people:
                yield [id_of(about[start:start + 16]), kind, day(on), moment(at), name, role, team,
                       body]


def working_days():
    """From each day, the tenth working day after it."""
    text = calendar.read_text(encoding="utf-8")
    holidays = {datetime.date.fromisoformat(found)
                for found in re.findall(r"^date = (\d{4}-\d\d-\d\d)", text, re.MULTILINE)}
    for back in range(365 * 6):
        anchor = today - datetime.timedelta(days=back - 30)
        due, left = anchor, 10
        while left:
            due += datetime.timedelta(days=1)
            left -= due.weekday() < 5 and due not in holidays
        yield [anchor, due]


today = datetime.date.fromisoformat(
    moment(db.execute("select max(recorded_at) from entry").fetchone()[0])[:10])
table("team", ([id_of(t), name] for t, name in db.execute("select team, name from team")))
table("worker", ([id_of(w), name] for w, name in db.execute("select worker, name from worker")))
table("person", ([id_of(p), number, forename, surname, sex, day(born), language]
                 for p, number, forename, surname, sex, born, language in db.execute(
                     "select person, number, forename, surname, sex, born, language from person")))
table("family_member", ([id_of(f), id_of(p)] for f, p in
                        db.execute("select family, person from family_member")))
table("address", ([id_of(e), id_of(p), kind, lines, code, day(since), day(until)]
                  for e, p, kind, lines, code, since, until in db.execute(
                      "select entry, person, kind, lines, postcode, from_day, until_day "
                      "from address")))
table("registration", ([id_of(e), id_of(c), day(start), day(end), categories]
                       for e, c, start, end, categories in db.execute(
                           "select entry, child, start_day, end_day, categories "
                           "from registration")))
table("allocation", ([id_of(e), id_of(c), id_of(w), id_of(t), day(since), day(until)]
                     for e, c, w, t, since, until in db.execute(
                         "select entry, child, worker, team, from_day, until_day "
                         "from allocation")))
table("meeting", ([id_of(e), id_of(c), meeting, day(on)] for e, c, meeting, on in
                  db.execute("select entry, child, meeting, on_day from meeting")))
table("visit", visits(said_at_visits()))
table("event", events())
table("due_day", working_days())
table("account", ([name, id_of(w), shown, role, id_of(t)] for name, w, shown, role, t in db.execute(
    "select sign_in_name, worker, display_name, role, team from account")))
print(today)
