"""A record on PostgreSQL from outside: imported, served, moved from SQLite and back, refused. Called
by run.py with its own `run` and `check`; the server is the tests' own (tools/postgres.sh)."""

import signal
import subprocess

from places import postgres


def moving(gweld, work, extract, data, run, check, free_port, wait_for):
    with postgres("moving") as folder:
        on_postgres(gweld, work, extract, data, f"postgresql://gweld:secret@/postgres?host={folder}",
                    run, check, free_port, wait_for)


def on_postgres(gweld, work, extract, data, where, run, check, free_port, wait_for):
    code, _, err = run("check", "--data", where)
    check("a database without tables of ours is refused, without its password",
          code == 1 and "There is no record" in err and "secret" not in err, err)
    code, out, err = run("move", "--data", data, "--to", where)
    check("a record is moved to PostgreSQL", code == 0 and "same" in out, out + err)
    code, out, err = run("move", "--data", data, "--to", where)
    check("nothing is written over there", code == 1 and "already" in err, out + err)
    code, out, err = run("check", "--data", where)
    check("both chains hold there, and the tables follow", code == 0, out + err)
    for asked in (["duties", "--as-of", "2026-11-24", "--format", "csv"],
                  ["measure", "cp.visit.seen-alone", "--from", "2026-09-01", "--to", "2026-11-20",
                   "--as-of", "2026-11-24", "--format", "csv"]):
        check(f"{asked[0]} answers byte for byte as from the file",
              run(*asked, "--data", where)[1] == run(*asked, "--data", data)[1] != "")
    code, out, err = run("import", "ssd", extract, "--data", where)
    check("an extract is read there, and changes nothing the second time", code == 0, out + err)
    back = work / "back.gweld"
    code, out, err = run("move", "--data", where, "--to", back)
    check("and moved back", code == 0, out + err)
    check("to a record that is whole", run("check", "--data", back)[0] == 0)
    code, out, err = run("import", "ssd", extract, "--data", where + "&options=-csearch_path%3Dno",
                         "--authority", "another")
    check("a place without a schema is refused", code == 1, out + err)
    code, _, err = run("backup", "--data", where, "--to", work / "never")
    check("its own server backs it up", code == 1 and "pg_basebackup" in err, err)
    served_by_two(gweld, where, check, free_port, wait_for)


def served_by_two(gweld, where, check, free_port, wait_for):
    ports = [free_port(), free_port()]
    servers = [subprocess.Popen([gweld, "serve", "--data", where, "--port", str(port)],
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
               for port in ports]
    answered = [wait_for(f"http://127.0.0.1:{port}/sign-in") for port in ports]
    for server in servers:
        server.send_signal(signal.SIGTERM)
    said = [server.communicate(timeout=20)[1].decode() for server in servers]
    check("two processes serve it at once", answered == [200, 200], f"{answered} {said}")
    check("and stop", [server.returncode for server in servers] == [0, 0], said)
