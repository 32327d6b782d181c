"""Backups from outside: made while the server serves, restored, refused, tried out. Called by run.py
with its own `run` and `check`."""

import json
import os
import re
import signal
import subprocess
import urllib.request


def served(gweld, data, port, wait_for):
    server = subprocess.Popen([gweld, "serve", "--data", str(data), "--port", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(f"http://127.0.0.1:{port}/sign-in")
    return server


def keeping(gweld, work, data, run, check, free_port, wait_for):
    backup = work / "night.backup"
    port = free_port()
    server = served(gweld, data, port, wait_for)
    code, out, err = run("backup", "--data", data, "--to", backup, "--now",
                         "2026-11-25T00:00:00Z")
    check("a backup is made while the server serves", code == 0 and backup.exists(), out + err)
    answered = urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=5).status
    check("and the server goes on", answered == 200)
    server.send_signal(signal.SIGTERM)
    server.wait(timeout=20)
    check("nobody else may read it", os.stat(backup).st_mode & 0o077 == 0)
    fingerprint = re.search(r"[0-9a-f]{64}", out)
    check("it says the backup's fingerprint", fingerprint, out)
    code, _, err = run("backup", "--data", data, "--to", backup, "--now", "2026-11-25T00:00:00Z")
    check("a backup is never made over a file", code == 1 and str(backup) in err, err)
    restoring(work, data, backup, run, check, fingerprint)
    refusing(work, data, backup, run, check)


def restoring(work, data, backup, run, check, fingerprint):
    again = work / "again.gweld"
    code, out, err = run("restore", "--from", backup, "--to", again)
    check("it is restored, with the same fingerprint",
          code == 0 and fingerprint and fingerprint.group() in out, out + err)
    asked = ("--as-of", "2026-11-24", "--format", "csv")
    check("and answers every duty as the record did",
          run("duties", "--data", again, *asked)[1] == run("duties", "--data", data, *asked)[1])
    code, out, err = run("check", "--data", again)
    check("check finds nothing wrong with it", code == 0, out + err)
    code, _, err = run("restore", "--from", backup, "--to", again)
    check("a record is never restored over a file", code == 1 and str(again) in err, err)
    code, out, err = run("drill", "--from", backup, "--records", "2", "--scratch", work)
    check("a drill restores, checks, opens records and says how long it took",
          code == 0 and "2" in out and "Seconds in all" in out, out + err)
    check("and leaves nothing behind", not list(work.glob("gweld-drill-*")))
    code, out, err = run("drill", "--from", backup, "--language", "cy")
    check("in Welsh too", code == 0 and "ymarfer" in out, out + err)
    before = run("restore", "--from", backup, "--to", work / "before.gweld", "--until",
                 "2026-11-23T00:00:00Z")
    check("a moment before the record began is refused", before[0] == 1 and before[2], before)
    then = work / "then.gweld"
    code, out, err = run("restore", "--from", backup, "--to", then, "--until", "2026-11-24T09:30:00Z")
    check("it is restored as it stood at a moment", code == 0 and "Left out" in out, out + err)
    check("with its duties of that moment", json.loads(run("duties", "--data", then, "--as-of",
                                                           "2026-11-24")[1]))
    code, _, err = run("restore", "--from", backup, "--to", work / "later.gweld", "--until",
                       "2036-01-01T00:00:00Z")
    check("a moment after the backup is refused", code == 1 and str(backup) in err, err)


def refusing(work, data, backup, run, check):
    bytes_of = bytearray(backup.read_bytes())
    bytes_of[70000] ^= 1
    bad = work / "bad.backup"
    bad.write_bytes(bytes_of)
    for command in (("restore", "--from", bad, "--to", work / "no.gweld"), ("drill", "--from", bad)):
        code, _, err = run(*command)
        check(f"{command[0]}: one changed bit is found and its place named",
              code == 1 and "65536" in err and "131072" in err, err)
    bad.write_bytes(backup.read_bytes()[:-100])
    code, _, err = run("restore", "--from", bad, "--to", work / "no.gweld")
    check("a cut backup is refused", code == 1 and str(bad) in err, err)
    code, _, err = run("restore", "--from", work / "nothing", "--to", work / "no.gweld")
    check("a backup that is not there is refused", code == 1 and "nothing" in err, err)
    check("none of them left a record behind", not list(work.glob("no.gweld*")))
    code, _, err = run("serve", "--data", backup, "--port", "0")
    check("a backup is not served", code == 1 and "restore" in err, err)
    code, _, err = run("backup", "--data", work / "missing.gweld", "--to", work / "x.backup")
    check("a record that is not there is not backed up", code == 1 and "missing" in err, err)
    code, _, err = run("backup", "--data", data, "--to", work / "no" / "such" / "folder")
    check("a folder that is not there is refused", code == 1 and err.strip(), err)
    code, _, err = run("drill", "--from", backup, "--scratch", work / "nowhere")
    check("a scratch folder that is not there is refused", code == 1 and "nowhere" in err, err)
