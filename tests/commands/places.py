"""Where the records of these tests stand: files in the scratch folder, or databases of a PostgreSQL of
the tests' own (tools/postgres.sh). Knows no command of Gweld's."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile

TREE = pathlib.Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def postgres(name):
    """The folder of its socket. Not in the scratch folder: its own user must come to it."""
    folder = pathlib.Path(tempfile.gettempdir()) / f"gweld-{name}-{os.getpid()}"
    tool = str(TREE / "tools" / "postgres.sh")
    subprocess.run([tool, "start", str(folder)], check=True, capture_output=True)
    try:
        yield folder
    finally:
        subprocess.run([tool, "stop", str(folder)], capture_output=True)


def told(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Files:
    def __init__(self, work):
        self.work = work

    def new(self, name):
        return self.work / f"{name}.gweld"

    def copy(self, data, name):
        """Nobody has `data` open."""
        shutil.copyfile(data, self.new(name))
        return self.new(name)

    def behind_our_back(self, data, sql):
        """What somebody would do who does not want to be found: the guards are put back."""
        schema = "from sqlite_schema where type = 'trigger'"
        guards = told("sqlite3", data, f"select sql || ';' {schema}")
        drops = told("sqlite3", data, f"select 'drop trigger ' || name || ';' {schema}")
        told("sqlite3", data, drops + sql + ";" + guards)

    def dump(self, data):
        return told("sqlite3", data, ".dump")


class Databases:
    def __init__(self, folder):
        self.folder = folder

    def where(self, name):
        return f"postgresql://gweld@/{name}?host={self.folder}"

    def sql(self, where, text):
        told("psql", "--no-psqlrc", "-q", "-v", "ON_ERROR_STOP=1", where, "-c", text)

    def new(self, name):
        self.sql(self.where("postgres"), f'CREATE DATABASE "{name}"')
        return self.where(name)

    def copy(self, data, name):
        whose = data.split("/")[3].split("?")[0]
        self.sql(self.where("postgres"), f'CREATE DATABASE "{name}" TEMPLATE "{whose}"')
        return self.where(name)

    def behind_our_back(self, data, sql):
        self.sql(data, f"SET session_replication_role = replica; {sql}")

    def dump(self, data):
        lines = told("pg_dump", data, "--inserts").splitlines()
        # It marks the ends of its own text with a word made by chance.
        return "\n".join(l for l in lines if not l.startswith(("\\restrict", "\\unrestrict")))
