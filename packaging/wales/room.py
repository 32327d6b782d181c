#!/usr/bin/env python3
"""room.py - hands the record over to another server while there is still room on this one's disk.
Patroni does not look at disks: a leader that is full but alive refuses writes and stays leader.

GWELD_NODE, GWELD_PATRONI, GWELD_DATA, GWELD_ROOM (as PostgreSQL writes sizes) come from room.env.
Looks once a second. Another server must stand ready; without one, the leader keeps on. All machines hold
the same record and may run low together: so each hands over once in GWELD_AGAIN seconds (an hour where it
is not set), or the lead would go round without end."""

import json
import os
import sys
import time
import urllib.error
import urllib.request

UNITS = {"kB": 1024, "MB": 1024**2, "GB": 1024**3, "TB": 1024**4}
EVERY = 1


def size(text):
    return int(text[:-2]) * UNITS[text[-2:]]


def room_at(folder):
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def asked(url, body=None):
    """Answers the status; raises OSError where nobody answers."""
    request = urllib.request.Request(url, json.dumps(body).encode() if body else None)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def look(node, patroni, folder, least):
    """Whether it was handed over."""
    room = room_at(folder)
    if room >= least or asked(patroni + "/leader")[0] != 200:
        return False
    print(f"{room} bytes left at {folder}: handing over", flush=True)
    status, said = asked(patroni + "/switchover", {"leader": node})
    print(status, said, flush=True)
    return status == 200


def main():
    node, patroni = os.environ["GWELD_NODE"], os.environ["GWELD_PATRONI"]
    folder, least = os.environ["GWELD_DATA"], size(os.environ["GWELD_ROOM"])
    again = float(os.environ.get("GWELD_AGAIN", "3600"))
    not_before = 0.0
    while True:
        try:
            if time.monotonic() >= not_before and look(node, patroni, folder, least):
                not_before = time.monotonic() + again
        except OSError as why:
            print(why, file=sys.stderr, flush=True)
        time.sleep(EVERY)


main()
