"""What is kept elsewhere, from outside: keys, checkpoints while the server serves, a copy held against
them, a clock set back, a record cut and written anew. Called by run.py with its own `run` and `check`."""

import os
import pathlib
import shutil
import signal
import sqlite3

from keeping import served

EVENING = "2026-11-25T18:00:00Z"
LATER = "2026-11-25T18:01:00Z"


def keys(work, run, check):
    key = work / "checkpoint-key"
    code, printed, err = run("checkpoint-key", "--of", "local", "--to", key)
    check("keys are made", code == 0 and printed.count("local/") == 2, printed + err)
    check("that nobody else may read", os.stat(key).st_mode & 0o077 == 0)
    kept = key.read_bytes()
    code, _, err = run("checkpoint-key", "--of", "local", "--to", key)
    check("and are never made over a file", code == 1 and key.read_bytes() == kept, err)
    verifiers = work / "verifiers"
    verifiers.write_text("# of the county\n" + printed)
    return key, verifiers


def witness(gweld, work, data, run, check, free_port, wait_for):
    key, verifiers = keys(work, run, check)
    folder = work / "elsewhere"

    def sign(*more, at=EVENING, of=data):
        return run("checkpoint", "--data", of, "--key", key, "--to", folder, "--now", at, *more)

    def verify(*more, of=data):
        return run("verify", "--data", of, "--checkpoints", folder, "--verifiers", verifiers,
                   "--now", LATER, *more)

    port = free_port()
    server = served(gweld, data, port, wait_for)
    code, made, err = sign()
    check("a checkpoint is signed while the server serves",
          code == 0 and made.count("\n") >= 1 and "entries " in made, made + err)
    code, out, err = sign(at=LATER)
    check("nothing new, nothing signed", code == 0 and "Nothing is new" in out, out + err)
    server.send_signal(signal.SIGTERM)
    server.wait(timeout=20)

    copy = work / "copy.gweld"
    shutil.copy(data, copy)
    code, out, err = verify(of=copy)
    check("a copy is as it was signed", code == 0 and "vouches" in out and "0 came" in out, out + err)
    line = made.splitlines()[0]
    code, out, err = run("verify", "--data", copy, "--paper", line)
    check("and as it stands on paper", code == 0, out + err)
    code, _, err = run("verify", "--data", copy, "--paper", line[:-2] + ("00" if line[-2:] != "00" else "11"))
    check("what stands otherwise on paper is found", code == 1 and "written anew" in err, err)
    code, _, err = run("verify", "--data", copy, "--paper", "entries many")
    check("what is no line of paper is refused", code == 1 and "eight groups" in err, err)

    code, _, err = sign(at="2026-11-24T18:00:00Z")
    check("with a clock set back nothing is signed", code == 1 and "clock" in err, err)
    changed(work, copy, run, check, sign, verify)
    month = folder / "2026-11.checkpoints"
    text = month.read_text()
    month.write_text(text.replace("/entries\n", "/entries\n1", 1))
    code, _, err = verify()
    check("a checkpoint that was changed is found, with its place",
          code == 1 and "2026-11.checkpoints, line 1" in err, err)
    month.write_text(text)
    code, _, err = run("verify", "--data", data, "--checkpoints", folder)
    check("checkpoints take verifiers", code == 2, err)
    code, _, err = run("checkpoint", "--data", data, "--key", verifiers, "--to", folder)
    check("a key that others may read signs nothing", code == 1 and "chmod 600" in err, err)


def changed(work, copy, run, check, sign, verify):
    """Behind the program's back, as whoever has the file could."""
    cut = work / "cut.gweld"
    shutil.copy(copy, cut)
    with sqlite3.connect(cut) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"
                                          ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        newest = connection.execute("SELECT max(seq) FROM entry").fetchone()[0]
        connection.execute("DELETE FROM entry WHERE seq = ?", (newest,))
    code, _, err = verify(of=cut)
    check("a record cut at its end is found", code == 1 and "cut off" in err, err)
    code, _, err = sign(of=cut, at=LATER)
    check("and not signed", code == 1 and "Nothing was signed" in err, err)
    code, _, err = verify("--language", "cy", of=cut)
    check("it says so in Welsh", code == 1 and "gadwyn" in err, err)
    missing = pathlib.Path(work / "nowhere.gweld")
    code, _, err = verify(of=missing)
    check("a copy that is not there is not made", code == 1 and not missing.exists(), err)
