"""The command line from outside: exit codes, output, refusals. Everything is made here; nothing is
mocked. Usage: run.py PATH/TO/gweld [--store postgres]. The last line is "N passed, N failed"."""

import csv
import io
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from keeping import keeping
from moving import moving
from places import Databases, Files, postgres
from witness import witness

gweld = str(pathlib.Path(sys.argv[1]).resolve())
on_postgres = sys.argv[2:] == ["--store", "postgres"]
tree = pathlib.Path(__file__).resolve().parents[2]
results = []
NOW = "2026-11-24T09:00:00Z"


def run(*arguments, stdin=None, env=None, cwd=None):
    done = subprocess.run([gweld, *map(str, arguments)], input=stdin, capture_output=True,
                          text=True, timeout=300, cwd=cwd,
                          env={**os.environ, "LANG": "C.UTF-8", **(env or {})})
    return done.returncode, done.stdout, done.stderr


def check(name, condition, shown=""):
    results.append(bool(condition))
    print(("ok   " if condition else "FAIL ") + name)
    if not condition and shown:
        print("     " + str(shown).replace("\n", "\n     "))


def write_extract(folder, visits, people=None, plans=None, newline="\r\n", bom="\ufeff"):
    folder.mkdir(parents=True, exist_ok=True)
    people = people or [["P1", "Ffion", "Davies", "F", "2018-03-14"],
                        ["P2", "Osian", "Davies", "M", "2021-06-02"]]
    plans = plans or [["PL1", "P1", "2026-09-03", "", "Neglect", "Neglect"],
                      ["PL2", "P2", "2026-09-03 00:00:00.000", "2026-11-02", "Neglect", "Neglect"]]
    tables = {
        "ssd_person": (["pers_person_id", "pers_forename", "pers_surname", "pers_sex", "pers_dob"],
                       people),
        "ssd_family": (["fami_table_id", "fami_family_id", "fami_person_id"],
                       [["1", "F1", "P1"], ["2", "F1", "P2"]]),
        "ssd_department": (["dept_team_id", "dept_team_name", "dept_team_parent_id",
                            "dept_team_parent_name"], [["T1", "North", "", ""]]),
        "ssd_professionals": (["prof_professional_id", "prof_staff_id", "prof_professional_name",
                               "prof_social_worker_registration_no",
                               "prof_professional_job_title", "prof_professional_department"],
                              [["W1", "S1", "Catrin Hughes", "", "Social Worker", "North"]]),
        "ssd_involvements": (["invo_involvements_id", "invo_professional_id",
                              "invo_professional_role_id", "invo_professional_team",
                              "invo_involvement_start_date", "invo_involvement_end_date",
                              "invo_worker_change_reason", "invo_person_id", "invo_referral_id"],
                             [["I1", "W1", "Allocated Case Worker", "T1", "2026-09-03", "", "",
                               "P1", "R1"],
                              ["I2", "W1", "Allocated Case Worker", "T1", "2026-09-03", "", "",
                               "P2", "R1"]]),
        "ssd_cp_plans": (["cppl_cp_plan_id", "cppl_person_id", "cppl_cp_plan_start_date",
                          "cppl_cp_plan_end_date", "cppl_cp_plan_initial_category",
                          "cppl_cp_plan_latest_category"], plans),
        "ssd_cp_visits": (["cppv_cp_visit_id", "cppv_person_id", "cppv_cp_plan_id",
                           "cppv_cp_visit_date", "cppv_cp_visit_seen", "cppv_cp_visit_seen_alone",
                           "cppv_cp_visit_bedroom", "gweld_place", "gweld_recorded_at"], visits),
        "ssd_address": (["addr_table_id", "addr_address_json", "addr_person_id",
                         "addr_address_type", "addr_address_start_date",
                         "addr_address_end_date", "addr_address_postcode"],
                        [["A1", '{"HOUSE": "3", "STREET": "Maes-y-coed", "TOWN": "Pentre Felin"}',
                          "P1", "Home", "2018-03-14", "", "NP253XX"]]),
    }
    for name, (header, rows) in tables.items():
        text = io.StringIO()
        writer = csv.writer(text, lineterminator=newline)
        writer.writerow(header)
        writer.writerows(rows)
        (folder / f"{name}.csv").write_bytes((bom + text.getvalue()).encode())


VISITS = [
    # id, person, plan, date, seen, alone, bedroom, place, recorded
    ["V1", "P1", "PL1", "2026-09-10", "Y", "Y", "N", "home", "2026-09-11T09:00:00Z"],
    # 24 September is the tenth working day after 10 September: on time, recorded a day late
    ["V2", "P1", "PL1", "24/09/2026", "Y", "Y", "Y", "school", "2026-09-25T09:00:00Z"],
    ["V3", "P1", "PL1", "2026-10-12 00:00:00.000", "Y", "Y", "N", "home", ""],  # due 8 Oct: late
    ["V4", "P1", "PL1", "2026-10-20", "Y", "N", "N", "home", "2026-10-20T18:00:00Z"],
    ["V5", "P1", "PL1", "2026-10-26", "Y", "Y", "N", "home", ""],  # due 26 Oct: recording unknown
    ["V1b", "P2", "PL2", "2026-09-17", "Y", "Y", "N", "", "2026-09-17T12:00:00Z"],
]


def duties(data, *more):
    code, out, err = run("duties", "--data", data, "--as-of", "2026-11-24", "--format", "json", *more)
    check(f"duties {' '.join(map(str, more))} answers 0", code == 0, err)
    return json.loads(out) if code == 0 else []


def importing(work, place):
    extract = work / "extract"
    data = place.new("county")
    write_extract(extract, VISITS)
    code, out, err = run("import", "ssd", extract, "--data", data, "--now", NOW)
    check("a good extract is imported", code == 0, out + err)
    alone = duties(data, "--rule", "cp.visit.seen-alone", "--child", "P1")
    got = [(d["anchor"], d["due_by"], d["met_on"], d["state"]) for d in alone]
    check("seen alone, duty by duty, as worked out by hand", got == [
        ("2026-09-03", "2026-09-17", "2026-09-10", "on_time"),
        ("2026-09-10", "2026-09-24", "2026-09-24", "on_time_recorded_late"),
        ("2026-09-24", "2026-10-08", "2026-10-12", "late"),
        ("2026-10-12", "2026-10-26", "2026-10-26", "on_time_recording_unknown"),
        ("2026-10-26", "2026-11-09", None, "overdue"),
    ], got)
    home = duties(data, "--rule", "cp.visit.seen-at-home", "--child", "P2")
    check("a visit without its place is not a visit home",
          [(d["due_by"], d["state"]) for d in home] == [("2026-10-01", "not_done")], home)
    before = duties(data, "--rule", "cp.visit.seen-alone", "--child", "P1",
                    "--known-at", "2026-09-25T08:59:59Z")
    check("as known before it was recorded, the visit of 24 September is not there",
          before and all(d["met_on"] != "2026-09-24" for d in before), before)
    code, out, _ = run("measure", "cp.visit.seen-alone", "--data", data, "--from", "2026-09-01",
                       "--to", "2026-11-20", "--as-of", "2026-11-24", "--format", "json")
    row = json.loads(out)[0]
    # P1: five due; P2: met 17 Sep on its due day, next due 1 Oct not done by 2 Nov.
    check("the measure counts what the duties say", code == 0 and
          (row["due"], row["on_time"], row["on_time_recorded_late"], row["recording_unknown"],
           row["late"], row["not_met"], row["percent_on_time"]) == (7, 2, 1, 1, 1, 2, 57.1), row)
    code, out, _ = run("measure", "cp.visit.seen-alone", "--data", data, "--from", "2026-09-01",
                       "--to", "2026-11-20", "--as-of", "2026-11-24", "--by", "month", "--format",
                       "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    check("by month, every month of the period",
          [r["group"] for r in rows] == ["2026-09", "2026-10", "2026-11"] and
          sum(int(r["due"]) for r in rows) == 7, out)
    for by in ("team", "worker"):
        code, out, _ = run("measure", "cp.visit.seen-alone", "--data", data, "--from",
                           "2026-09-01", "--to", "2026-11-20", "--as-of", "2026-11-24", "--by", by)
        groups = {r["group"] for r in json.loads(out)}
        check(f"by {by}", code == 0 and groups & {"North", "Catrin Hughes"}, out)
    return extract, data


def again(work, place, extract, data):
    before = run("duties", "--data", data, "--as-of", "2026-11-24")[1]
    code, out, err = run("import", "ssd", extract, "--data", data, "--now", "2026-11-25T09:00:00Z")
    check("the same extract again changes nothing", code == 0 and
          run("duties", "--data", data, "--as-of", "2026-11-24")[1] == before, out + err)
    changed = [list(v) for v in VISITS]
    changed[0] = ["V1", "P1", "PL1", "2026-09-16", *changed[0][4:]]
    write_extract(work / "changed", changed)
    copy = place.copy(data, "changed")
    then = ("--as-of", "2026-11-20", "--known-at", "2026-11-24T23:00:00Z")
    known = run("duties", "--data", copy, *then)[1]
    run("import", "ssd", work / "changed", "--data", copy, "--now", "2026-11-26T09:00:00Z")
    check("a later extract changes what is known now",
          run("duties", "--data", copy, "--as-of", "2026-11-20")[1] !=
          run("duties", "--data", data, "--as-of", "2026-11-20")[1])
    check("and nothing of what was known before it was read",
          known and run("duties", "--data", copy, *then)[1] == known)
    write_extract(work / "moved", VISITS,
                  plans=[["PL1", "P1", "2026-11-21", "", "Neglect", "Neglect"]])
    run("import", "ssd", work / "moved", "--data", copy, "--now", "2026-11-27T09:00:00Z")
    check("a child whose registration was moved later is still in what was known before",
          run("duties", "--data", copy, *then)[1] == known)
    write_extract(work / "unix", VISITS, newline="\n", bom="")
    plain = place.new("unix")
    run("import", "ssd", work / "unix", "--data", plain, "--now", NOW)
    check("without a byte order mark and with plain line ends it is the same extract",
          run("duties", "--data", plain, "--as-of", "2026-11-24")[1] == before)


def refusing(work, place):
    bad = work / "bad"
    write_extract(bad, VISITS + [["V9", "P1", "PL1", "2026-02-31", "Y", "Y", "N", "home", ""],
                                 ["V10", "P9", "PL1", "2026-10-01", "Y", "Y", "N", "home", ""],
                                 ["V11", "P1", "PL1", "2026-10-01", "Y", "Y", "N", "car", ""]])
    data = place.new("bad")
    code, out, err = run("import", "ssd", bad, "--data", data, "--now", NOW)
    said = out + err
    check("one bad row stops the import (1)", code == 1, said)
    check("each bad row is named by file, line, field and value",
          all(part in said for part in ("ssd_cp_visits.csv", "8", "cppv_cp_visit_date",
                                        "2026-02-31", "P9", "gweld_place", "car")), said)
    code, out, _ = run("duties", "--data", data, "--as-of", "2026-11-24")
    check("and nothing was imported", code == 1 or json.loads(out) == [], out)
    code, out, err = run("import", "ssd", bad, "--data", data, "--now", NOW, "--accept-valid")
    refused = list(bad.parent.rglob("refused*"))
    check("--accept-valid imports the rest and sets the refused rows aside",
          code == 0 and refused and "2026-02-31" in refused[0].read_text(), out + err)
    check("the rest is there", len(duties(data, "--rule", "cp.visit.seen-alone")) == 7)
    code, _, err = run("import", "ssd", work / "nowhere", "--data", data)
    check("a folder that is not there is refused", code == 1 and "nowhere" in err, err)


def usage():
    code, out, _ = run("--help")
    check("--help answers 0 and names every command", code == 0 and all(
        c in out for c in ("serve", "demo", "import", "duties", "measure", "check", "rebuild")), out)
    for command in (["serve"], ["demo"], ["import", "ssd"], ["duties"], ["measure"], ["check"],
                    ["rebuild"], ["dictionary"], ["account", "add"], ["account", "close"], ["account", "list"],
                    ["out-of-hours", "make"], ["backup"]):
        code, out, err = run(*command, "--help")
        check(f"{' '.join(command)} --help", code == 0 and "--data" in out and "--now" in out, err)
    for wrong in (["nonsense"], [], ["duties"], ["duties", "--data", "x", "--as-of", "31/12/2026"],
                  ["duties", "--data", "x", "--format", "xml"],
                  ["measure", "cp.visit.seen-alone", "--data", "x", "--from", "2026-01-01"],
                  ["duties", "--data", "x", "--known-at", "yesterday"], ["backup", "--to", "x"],
                  ["backup", "--data", "x"], ["restore", "--from", "x"], ["drill"],
                  ["restore", "--from", "x", "--to", "y", "--until", "yesterday"]):
        code, _, err = run(*wrong)
        check(f"usage: {wrong} answers 2", code == 2 and err.strip(), f"{code} {err}")
    _, _, err = run("nonsense", env={"LANG": "cy_GB.UTF-8"})
    check("an unknown command is named, in the machine's language",
          "Nid oes gorchymyn" in err and "nonsense" in err, err)
    code, out, _ = run("--help", env={"LANG": "cy_GB.UTF-8"})
    check("help speaks Welsh where the machine does", code == 0 and "cofnod" in out, out)


def damage(place, data):
    missing = place.new("missing")
    code, _, err = run("duties", "--data", missing, "--as-of", "2026-11-24")
    check("a record that is not there is refused", code == 1 and err, err)
    code, _, again = run("duties", "--data", missing, "--as-of", "2026-11-24")
    check("and not made", code == 1 and again == err, again)
    code, _, err = run("measure", "cp.visit.nothing", "--data", data, "--from", "2026-01-01",
                       "--to", "2026-02-01")
    check("an unknown rule is refused with those there are",
          code == 1 and "cp.visit.seen-alone" in err, err)
    code, _, err = run("duties", "--data", data, "--child", "nobody")
    check("an unknown child is refused", code == 1 and "nobody" in err, err)
    copy = place.copy(data, "copy")
    code, out, err = run("check", "--data", copy)
    check("check finds nothing wrong with a good record", code == 0, out + err)
    place.behind_our_back(copy, "update entry set body = replace(body, 'school', 'home') "
                                "where kind = 'visit.made'")
    code, out, err = run("check", "--data", copy)
    check("a body changed behind our back is found and its entry named",
          code == 1 and any(ch.isdigit() for ch in out + err), out + err)
    for what, sql in (("tables", "delete from registration"), ("lists", "delete from about")):
        copy = place.copy(data, f"without-{what}")
        place.behind_our_back(copy, sql)
        code, out, err = run("check", "--data", copy)
        check(f"{what} that do not follow from the entries are found",
              code == 1 and "rebuild" in out + err, out + err)
    newer = place.copy(data, "of-a-newer-program")
    place.behind_our_back(newer, "update entry set kind = 'fostering.approved' where seq = 3")
    code, out, err = run("rebuild", "--data", newer)
    check("entries that only a newer Gweld understands stop a rebuild", code == 1 and err.strip(), out + err)
    code, _, _ = run("rebuild", "--data", data)
    check("rebuild answers 0", code == 0)


def damaged_files(work, data):
    code, _, err = run("duties", "--data", work / "nowhere.gweld", "--as-of", "2026-11-24")
    check("a file that is not there is not made",
          code == 1 and err and not (work / "nowhere.gweld").exists(), err)
    (work / "text.gweld").write_text("This is not a record.\n" * 500)
    code, _, err = run("duties", "--data", work / "text.gweld", "--as-of", "2026-11-24")
    check("a file that is something else is refused", code == 1 and err, err)
    half = work / "half.gweld"
    half.write_bytes(pathlib.Path(data).read_bytes()[:20000])
    code, out, err = run("check", "--data", half)
    check("a truncated file is refused with a reason", code == 1 and (out + err).strip(), out + err)


def accounts(data):
    code, out, err = run("account", "add", "catrin", "--role", "social_worker", "--worker", "W1",
                         "--team", "T1", "--data", data, stdin="a long made-up password\n")
    check("an account is opened for a worker of the record", code == 0, out + err)
    if not on_postgres:
        check("nobody but its owner reads the record", os.stat(data).st_mode & 0o077 == 0)
    code, _, err = run("account", "add", "huw", "--role", "social_worker", "--worker", "W9",
                       "--data", data, stdin="a long made-up password\n")
    check("not for a worker who is not there", code == 1 and "W9" in err, err)
    code, _, err = run("account", "add", "short", "--role", "social_worker", "--worker", "W1",
                       "--data", data, stdin="short\n")
    check("not with a short password", code == 1, err)
    code, _, err = run("account", "add", "nia", "--role", "reviewing_officer", "--worker", "W1",
                       "--data", data, stdin="a long made-up password\n")
    check("a reviewing officer may be given one", code == 0, err)
    code, out, err = run("account", "close", "Nia", "--data", data)
    check("an account is closed", code == 0 and "nia" in out, out + err)
    check("and again, which changes nothing", run("account", "close", "nia", "--data", data)[0] == 0)
    code, _, err = run("account", "close", "nobody", "--data", data)
    check("not one that is not there", code == 1 and "nobody" in err, err)
    _, out, _ = run("account", "list", "--data", data)
    lines = [line.split("\t") for line in out.splitlines()]
    check("the list says who may sign in",
          [(one[0], one[1], one[-1]) for one in lines] ==
          [("catrin", "social_worker", "open"), ("nia", "reviewing_officer", "closed")], out)


def out_of_hours(work, data):
    _, code_text, _ = run("out-of-hours", "code")
    check("a code for packs is printed", len(code_text.replace(" ", "").strip()) == 30, code_text)
    kept = work / "code"
    kept.write_text(code_text)
    packs = work / "packs"
    packs.mkdir()
    made = ("out-of-hours", "make", "--data", data, "--to", packs, "--code", kept)
    code, out, err = run(*made)
    pack = packs / "gweld-out-of-hours.html"
    check("a pack is made", code == 0 and pack.exists() and "child" in out, out + err)
    check("only its owner reads it", pack.stat().st_mode & 0o077 == 0)
    check("nothing else is left beside it", list(packs.iterdir()) == [pack])
    first = pack.read_bytes()
    check("a second takes its place", run(*made)[0] == 0 and pack.read_bytes() != first)
    short = work / "short"
    short.write_text("abc\n")
    code, _, err = run("out-of-hours", "make", "--data", data, "--to", packs, "--code", short)
    check("not with a short code", code == 1 and "20" in err, err)
    code, _, err = run("out-of-hours", "make", "--data", data, "--to", work / "nowhere", "--code",
                       kept)
    check("not into a folder that is not there", code == 1 and "nowhere" in err, err)
    code, _, err = run("serve", "--data", data, "--port", "0", "--out-of-hours", packs)
    check("a folder for packs asks for a code", code == 2, err)
    code, _, err = run("serve", "--data", data, "--port", "0", "--out-of-hours", packs,
                       "--out-of-hours-code", short)
    check("and for a long one", code == 1 and "20" in err, err)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(url):
    for _ in range(100):
        try:
            return urllib.request.urlopen(url, timeout=2).status
        except urllib.error.HTTPError as answer:
            return answer.code
        except OSError:
            time.sleep(0.05)
    return None


def serving(data):
    port = free_port()
    figures = free_port()
    server = subprocess.Popen([gweld, "serve", "--data", str(data), "--port", str(port),
                               "--metrics-port", str(figures), "--log", "requests",
                               "--council", "Cyngor Dychmygol"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        check("serve answers on its port", wait_for(f"http://127.0.0.1:{port}/sign-in") == 200)
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=5).read().decode()
        check("the council's own name stands on its pages, and not the demo county's",
              "Cyngor Dychmygol" in page and "Maesgwyn" not in page)
        code, _, err = run("serve", "--data", data, "--port", port)
        check("a port that is taken is refused with its number",
              code == 1 and str(port) in err, err)
        request = urllib.request.Request(f"http://127.0.0.1:{port}/work")
        opener = urllib.request.build_opener(NoRedirect)
        try:
            status = opener.open(request, timeout=5).status
        except urllib.error.HTTPError as answer:
            status = answer.code
        check("nobody sees a page before signing in", status == 303, status)
        told = urllib.request.urlopen(f"http://127.0.0.1:{figures}/metrics", timeout=5).read()
        check("the figures of the server count its pages",
              b'gweld_requests_total{route="work",status="303"} 1' in told, told)
        check("figures are not told where pages are",
              wait_for(f"http://127.0.0.1:{port}/metrics") == 404)
    finally:
        server.send_signal(signal.SIGTERM)
        out, err = server.communicate(timeout=20)
        check("SIGTERM ends it in order", server.returncode == 0, err)
        lines = [json.loads(line) for line in err.splitlines() if line.startswith("{")]
        check("each request is a line of the log",
              any(line["route"] == "work" and line["status"] == 303 for line in lines), err)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def demo(place):
    data = place.new("demo")
    code, out, err = run("demo", "--data", data, "--now", NOW)
    check("the demo county is made", code == 0 and "catrin" in out.lower(), out + err)
    first = run("duties", "--data", data, "--as-of", "2026-11-24", "--format", "csv")[1]
    other = place.new("demo2")
    run("demo", "--data", other, "--now", NOW)
    second = run("duties", "--data", other, "--as-of", "2026-11-24", "--format", "csv")[1]
    check("made twice it is the same county", first == second and len(first) > 100000)
    code, _, err = run("demo", "--data", data, "--now", NOW)
    check("it is never made over a record that is there", code == 1 and err, err)
    code, out, _ = run("measure", "cp.visit.seen-alone", "--data", data, "--from", "2025-11-01",
                       "--to", "2026-10-31", "--as-of", "2026-11-24")
    row = json.loads(out)[0]
    check("about two in three are seen in time", 60 <= row["percent_on_time"] <= 75, row)
    code, out, err = run("check", "--data", data)
    check("check finds nothing wrong with it", code == 0, out + err)
    tables = place.dump(data)
    run("rebuild", "--data", data)
    after = place.dump(data)
    check("rebuild gives identical tables", sorted(tables.split("\n")) == sorted(after.split("\n")))


def dictionary():
    code, out, _ = run("dictionary")
    kept = tree / "docs" / "data-dictionary.md"
    check("docs/data-dictionary.md is what gweld dictionary prints",
          code == 0 and kept.exists() and kept.read_text() == out)
    told = subprocess.run([sys.executable, tree / "tools" / "manual.py", gweld, "--check"],
                          capture_output=True, text=True, check=False)
    check("docs/guides/command-line.md tells of every command as it is (tools/manual.py)",
          told.returncode == 0, told.stdout + told.stderr)


def everything(work, place):
    usage()
    dictionary()
    extract, data = importing(work, place)
    again(work, place, extract, data)
    refusing(work, place)
    damage(place, data)
    accounts(data)
    out_of_hours(work, data)
    serving(data)
    if not on_postgres:
        damaged_files(work, data)
        keeping(gweld, work, data, run, check, free_port, wait_for)
        witness(gweld, work, data, run, check, free_port, wait_for)
        moving(gweld, work, extract, data, run, check, free_port, wait_for)
    demo(place)


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        if on_postgres:
            with postgres("commands") as server:
                everything(work, Databases(server))
        else:
            everything(work, Files(work))
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


sys.exit(main())
