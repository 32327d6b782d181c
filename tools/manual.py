#!/usr/bin/env python3
"""Writes what each command says of itself into its part of docs/guides/command-line.md, or with
--check says which parts differ. What stands around the blocks is written by people."""

import pathlib
import re
import subprocess
import sys

MANUAL = pathlib.Path(__file__).resolve().parent.parent / "docs" / "guides" / "command-line.md"


def help_of(gweld, command):
    ran = subprocess.run([gweld, *command.split(), "--help"], capture_output=True, text=True, check=True,
                         env={"LANG": "C.UTF-8"})
    return ran.stdout


def commands(gweld, below=""):
    """Every command that has no commands below it."""
    listed = help_of(gweld, below).partition("Subcommands:\n")[2]
    names = re.findall(r"^  ([a-z][a-z-]*) ", listed, re.M)
    if not names:
        return [below]
    return [each for name in names for each in commands(gweld, f"{below} {name}".strip())]


def written(text, command, said):
    """The manual with what the command says; none: it has no part of its own, or no block in it."""
    part = re.search(rf"^## gweld {re.escape(command)}\n.*?(?=^## |\Z)", text, re.M | re.S)
    block = part and re.search(r"^```\n.*?^```$", part[0], re.M | re.S)
    if not block:
        return None
    at = part.start() + block.start()
    return text[:at] + "```\n" + said.rstrip("\n") + "\n```" + text[part.start() + block.end():]


def main(gweld, *asked):
    text = MANUAL.read_text()
    wrong = []
    for command in commands(gweld):
        fresh = written(text, command, help_of(gweld, command))
        if fresh is None or (asked and fresh != text):
            wrong.append(command)
        text = fresh or text
    if not asked:
        MANUAL.write_text(text)
    for command in wrong:
        print(f"docs/guides/command-line.md does not tell of gweld {command} as it is")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
