#!/usr/bin/env python3
"""fill.py - the files of one machine from the templates beside this one and one file of settings.

  fill.py SETTINGS NODE FOLDER     a machine of the record: etcd.env, patroni.yml, room.env
  fill.py SETTINGS pages FOLDER    a machine that serves pages: haproxy.cfg, database.sql,
                                   gweld.env, pgpass

Files with passwords are readable by their owner alone. Every file is flushed to the disk, and the
folder too: a power cut just afterwards must not leave a server without its settings."""

import os
import pathlib
import string
import sys

TEMPLATES = pathlib.Path(__file__).resolve().parent / "templates"
OF_THE_RECORD = ["etcd.env", "patroni.yml", "room.env"]
OF_THE_PAGES = ["haproxy.cfg", "database.sql", "gweld.env", "pgpass"]
NODES = ["node-a", "node-b", "node-c"]


class Template(string.Template):
    idpattern = "[a-z][a-z-]*[a-z]"
    flags = 0


def settings_of(path):
    settings = {}
    for line in pathlib.Path(path).read_text().splitlines():
        name, is_setting, value = line.partition("=")
        if is_setting and not line.lstrip().startswith("#"):
            settings[name.strip()] = value.strip()
    return settings


def filled(template, settings):
    """Raises KeyError for a name that no setting gives, ValueError for one left empty."""
    text = (TEMPLATES / template).read_text()
    for name in names(text):
        if not settings[name]:
            raise ValueError(f"{name} is empty")
    return Template(text).substitute(settings)


def names(text):
    return [match["named"] or match["braced"] for match in Template.pattern.finditer(text)
            if match["named"] or match["braced"]]


def keep(path, text):
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def main():
    if len(sys.argv) != 4 or sys.argv[2] not in [*NODES, "pages"]:
        sys.exit(__doc__)
    settings, node, folder = settings_of(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    if node != "pages":
        settings.update({"node": node, "address": settings[node]})
    folder.mkdir(parents=True, exist_ok=True)
    try:
        texts = {name: filled(name + ".in", settings)
                 for name in (OF_THE_PAGES if node == "pages" else OF_THE_RECORD)}
    except KeyError as missing:
        sys.exit(f"{sys.argv[1]} does not say {missing}")
    except ValueError as why:
        sys.exit(f"{sys.argv[1]}: {why}")
    for name, text in texts.items():
        keep(folder / name, text)


main()
