"""authority_in_queries.py - runs real work on a PostgreSQL of its own that writes down every statement,
and reads them: whatever names one of our tables says whose rows it means, and joins join on that too.
Only so can a record be divided by authority, and only so does nobody read another's.

  authority_in_queries.py PATH/TO/casework_tests [--gtest_filter=...]"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

TREE = pathlib.Path(__file__).resolve().parents[2]
OURS = ("select distinct relname from pg_class c join pg_attribute a on a.attrelid = c.oid "
        "where a.attname = 'authority' and c.relkind = 'r'")
LOGGED = re.compile(r"^LOG:  (?:statement|execute [^:]*): (.*?)(?=^[A-Z]+:  |\Z)", re.S | re.M)
NAMED = re.compile(r'\b(FROM|JOIN|INTO|UPDATE)\s+"?(\w+)"?(?:\s+(?:AS\s+)?(?!WHERE|SET|ON|ORDER|JOIN|'
                   r'LIMIT|GROUP|VALUES|INNER|LEFT|USING)(\w+))?', re.I)
LISTED = re.compile(r'\bFROM\s+"?\w+"?(\s+AS\s+\w+)?\s*,', re.I)
# Each is wrong in its own way, and has to be seen, or what follows says nothing.
WRONG = ["SELECT e.seq FROM about AS a JOIN entry AS e ON e.seq = a.seq WHERE a.authority = $1",
         "SELECT place FROM visit WHERE child = $1",
         "SELECT 1 FROM visit WHERE authority = $1 AND EXISTS (SELECT 1 FROM entry WHERE seq = $2)",
         "SELECT 1 FROM visit, entry WHERE visit.authority = $1 AND entry.authority = $1",
         "INSERT INTO \"visit\" (\"entry\", authority) VALUES ($1, $2)",
         "UPDATE visit SET place = $1 WHERE entry = $2", "DELETE FROM visit"]
# Whose records are there, asked once when one is opened without saying whose.
OF_ALL = {"SELECT authority FROM meta WHERE name = 'authority'"}


def faults_of(statement, ours):
    """What is wrong with it, a sentence each."""
    if statement in OF_ALL or not re.match(r"(SELECT|INSERT|UPDATE|DELETE|WITH)\b", statement, re.I):
        return []
    named = [m for m in NAMED.finditer(statement) if m[2] in ours]
    faults = ["tables are listed instead of joined"] if LISTED.search(statement) else []
    for mention, following in zip(named, [*named[1:], None]):
        if mention[1].upper() == "INTO":
            if not re.match(r"\s*\(authority, .*?\) VALUES \(\$1, ", statement[mention.end(2) + 1:]):
                faults.append(f"{mention[2]}: the authority is not the first that is given")
            continue
        whose = (mention[3] + r"\." if mention[3] else r"(?<![.\w])") + "authority"
        several = following or mention is not named[0]
        rest = statement[mention.end():] if mention[3] else \
            statement[mention.end():following.start() if following else None]
        said = re.search(rf"{whose}\s*=\s*(\$\d+|\w+\.authority)|\w+\.authority\s*=\s*{whose}", rest)
        if not said:
            faults.append(f"{mention[2]}: nothing says whose")
        elif several and not mention[3] and mention[1].upper() == "JOIN":
            faults.append(f"{mention[2]}: joined without a name of its own")
    if named and not re.search(r"authority\s*=\s*\$\d+", statement) and named[0][1].upper() != "INTO":
        faults.append("the authority is nowhere given")
    return faults


def statements_in(log):
    return {" ".join(found.split()) for found in LOGGED.findall(log)}


def worked(folder, program, arguments):
    """What the server wrote down, and the names of our tables."""
    server = f"postgresql://gweld@/postgres?host={folder}"
    ask = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--dbname", server]
    for setting in ["log_statement = 'all'", "log_line_prefix = ''"]:
        subprocess.run([*ask, "--command", f"alter system set {setting}"], check=True)
    subprocess.run([*ask, "--command", "select pg_reload_conf()"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([program, "--gtest_brief=1", *arguments], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "GWELD_TEST_POSTGRES": server})
    ours = subprocess.run([*ask, "--command", OURS], check=True, capture_output=True, text=True).stdout
    return statements_in((folder / "log").read_text(errors="replace")), set(ours.split())


def main():
    program, *arguments = sys.argv[1:]
    unseen = [wrong for wrong in WRONG if not faults_of(wrong, {"about", "entry", "visit"})]
    if unseen:
        print("not seen to be wrong:", *unseen, sep="\n    ")
        return 1
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        folder = pathlib.Path(place) / "server"
        tool = TREE / "tools" / "postgres.sh"
        subprocess.run([tool, "start", folder], check=True, stdout=subprocess.DEVNULL)
        try:
            statements, ours = worked(folder, program, arguments)
        finally:
            subprocess.run([tool, "stop", folder], check=True)
    read = [s for s in statements if any(m[2] in ours for m in NAMED.finditer(s))]
    asked_of = {m[2] for s in read for m in NAMED.finditer(s)} & ours
    faults = [f"{fault}\n    {statement[:300]}" for statement in sorted(read)
              for fault in faults_of(statement, ours)]
    print(*faults, sep="\n")
    if len(read) < 60 or len(asked_of) < 25:
        faults.append("too few")
    print(f"{len(read)} different statements about {len(asked_of)} of {len(ours)} tables, "
          f"{len(faults)} of them wrong")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
