#!/usr/bin/env python3
"""packaging/wales/room.py against a Patroni that always says yes: with little room it hands over, and
not again and again while there is little room everywhere; with enough it does not."""

import http.server
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

ROOM = pathlib.Path(__file__).resolve().parents[2] / "packaging/wales/room.py"


class Patroni(http.server.BaseHTTPRequestHandler):
    handed_over = 0

    def answer(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.answer()

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        Patroni.handed_over += 1
        self.answer()

    def log_message(self, *_):
        pass


def handed_over(port, least, seconds, again):
    Patroni.handed_over = 0
    settings = {**os.environ, "GWELD_NODE": "a", "GWELD_PATRONI": f"http://127.0.0.1:{port}",
                "GWELD_DATA": tempfile.gettempdir(), "GWELD_ROOM": least, "GWELD_AGAIN": again}
    with subprocess.Popen([sys.executable, ROOM], env=settings, stdout=subprocess.DEVNULL) as room:
        time.sleep(seconds)
        room.terminate()
    return Patroni.handed_over


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Patroni)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    found = {"enough room": handed_over(port, "1kB", 2.5, "3600"),
             "little room": handed_over(port, "9000000TB", 4.5, "3600"),
             "little room, and again": handed_over(port, "9000000TB", 5.5, "2")}
    print(found)
    again = found["little room, and again"]
    return 0 if found["enough room"] == 0 and found["little room"] == 1 and again in (2, 3) else 1


sys.exit(main())
