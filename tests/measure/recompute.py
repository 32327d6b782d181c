#!/usr/bin/env python3
"""The recurring duty and its measures again: slowly, a day at a time, from the text of the rule.

Shares no code with the program. Reads the children of a made-up county as JSON and prints one line
per duty, per group of each measure and per day asked about; recompute_test.cc prints the same from
the C++ and compares. Plain Python, standard library only.

The rule, as agreed: a child is on the register on days start <= d < end. The anchor is start; due =
anchor + interval, the anchor day not counted. The first qualifying visit after the anchor and
before end meets the duty (on time if on or before the due day, else late) and becomes the next
anchor. With no such visit: if the child leaves on or before the due day the duty lapses; otherwise
it is overdue and, once the child has left, not done. Of several visits on one day the earliest
recording counts; on time but recorded after the due day (its date in Europe/London) is on time,
recorded late; without a recording time, recording unknown. Beyond the calendar: undetermined.
"""
import json
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
COLUMNS = ["due", "on_time", "on_time_recorded_late", "recording_unknown", "late", "not_met",
           "undetermined", "child_days", "child_days_in_date"]
COUNTED_AS = {"on_time": "on_time", "on_time_recorded_late": "on_time_recorded_late",
              "on_time_recording_unknown": "recording_unknown", "late": "late",
              "overdue": "not_met", "not_done": "not_met"}


def day(text):
    return date.fromisoformat(text)


class Calendar:
    def __init__(self, told):
        self.holidays = {day(d) for d in told["holidays"]}
        self.ends = day(told["ends"])  # first day not known

    def is_working(self, d):
        return d.weekday() < 5 and d not in self.holidays


def due_after(rule, anchor, calendar):
    if rule["weeks"]:
        return anchor + timedelta(weeks=rule["weeks"])
    left, d = rule["working_days"], anchor
    while left:
        d += DAY
        if d >= calendar.ends:
            return None
        if calendar.is_working(d):
            left -= 1
    return d


def qualifies(rule, visit):
    if visit["seen"] != "yes":
        return False
    return visit["alone"] == "yes" if rule["wants"] == "alone" else visit["place"] == "home"


def recorded_day(visit):
    if visit["recorded"] is None:
        return None
    moment = datetime.fromisoformat(visit["recorded"].replace("Z", "+00:00"))
    return moment.astimezone(ZoneInfo("Europe/London")).date()


def state_when_met(due, met, recordings):
    if due is None:
        return "undetermined"
    if met > due:
        return "late"
    if any(r is not None and r <= due for r in recordings):
        return "on_time"
    return "on_time_recording_unknown" if None in recordings else "on_time_recorded_late"


def state_when_open(due, left, as_of):
    if due is None:
        return "undetermined"
    if left is not None:
        return "lapsed" if left <= due else "not_done"
    return "overdue" if as_of > due else "due_today" if as_of == due else "on_track"


def visits_by_day(child, rule):
    found = {}
    for visit in child["visits"]:
        if qualifies(rule, visit):
            found.setdefault(day(visit["on"]), []).append(recorded_day(visit))
    return found


def duties_in(registration, recordings, rule, calendar, as_of):
    start = day(registration["start"])
    end = day(registration["end"]) if registration["end"] else None
    left = end if end and end <= as_of else None
    if start > as_of:
        return []
    duties, anchor, d = [], start, start
    due = due_after(rule, anchor, calendar)
    while True:
        d += DAY
        if d > as_of or (left and d >= left):
            break
        if d in recordings:
            duties.append((anchor, due, d, state_when_met(due, d, recordings[d])))
            anchor, due = d, due_after(rule, d, calendar)
    duties.append((anchor, due, None, state_when_open(due, left, as_of)))
    return duties


def duties_of(child, rule, calendar, as_of):
    duties = []
    for registration in sorted(child["registrations"], key=lambda r: r["start"]):
        duties += duties_in(registration, visits_by_day(child, rule), rule, calendar, as_of)
    return sorted(duties, key=lambda duty: duty[0])


def on_register(child, d, as_of):
    text = d.isoformat()  # ISO dates compare as text
    for r in child["registrations"]:
        end = r["end"] if r["end"] and r["end"] <= as_of.isoformat() else None
        if r["start"] <= text and (end is None or text < end):
            return True
    return False


def running(duties, d):
    begun = [duty for duty in duties if duty[0] <= d]
    return begun[-1] if begun else None


def in_date(duties, d, calendar):
    duty = running(duties, d)
    if duty is None:
        return False
    return d <= duty[1] if duty[1] else d < calendar.ends


def holder(child, d):
    text = d.isoformat()
    holding = [h for h in child["held"]
               if h["from"] <= text and (not h["until"] or text < h["until"])]
    return max(holding, key=lambda h: h["from"])["who"] if holding else ""


def groups(county, rule, calendar, group_of, names):
    start, end, as_of = day(county["from"]), day(county["to"]), day(county["as_of"])
    found = {name: dict.fromkeys(COLUMNS, 0) for name in names}

    def row(name):
        return found.setdefault(name, dict.fromkeys(COLUMNS, 0))

    for child in county["children"]:
        duties = duties_of(child, rule, calendar, as_of)
        for anchor, due, _, state in duties:
            if state == "undetermined":
                if end >= calendar.ends and anchor <= end:
                    row(group_of(child, max(anchor, start, calendar.ends)))["undetermined"] += 1
            elif state in COUNTED_AS and start <= due <= end:
                row(group_of(child, due))["due"] += 1
                row(group_of(child, due))[COUNTED_AS[state]] += 1
        d = start
        while d <= min(end, as_of):
            if on_register(child, d, as_of):
                row(group_of(child, d))["child_days"] += 1
                row(group_of(child, d))["child_days_in_date"] += in_date(duties, d, calendar)
            d += DAY
    return found


def overdue(county, rule, calendar, d):
    as_of, count = day(county["as_of"]), 0
    for child in county["children"]:
        duty = running(duties_of(child, rule, calendar, as_of), d)
        if duty and duty[1] and d > duty[1] and on_register(child, d, as_of):
            count += 1
    return count


def months(county):
    d, names = day(county["from"]).replace(day=1), []
    while d <= day(county["to"]):
        names.append(d.strftime("%Y-%m"))
        d = (d + timedelta(days=32)).replace(day=1)
    return names


def show(label, found):
    for name in sorted(found):
        row = found[name]
        if any(row.values()) or label.endswith("month") or label.endswith("all"):
            print(label, f"[{name}]", *[row[c] for c in COLUMNS])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        county = json.load(file)
    calendar = Calendar(county["calendar"])
    for rule in county["rules"]:
        for child in county["children"]:
            for anchor, due, met, state in duties_of(child, rule, calendar, day(county["as_of"])):
                print(rule["id"], child["id"], anchor, due or "-", met or "-", state)
        label = "measure " + rule["id"]
        show(label + " all", groups(county, rule, calendar, lambda c, d: "all", ["all"]))
        show(label + " month",
             groups(county, rule, calendar, lambda c, d: d.strftime("%Y-%m"), months(county)))
        show(label + " holder", groups(county, rule, calendar, holder, []))
        for asked in county["days"]:
            print("overdue", rule["id"], asked, overdue(county, rule, calendar, day(asked)))


if __name__ == "__main__":
    main()
