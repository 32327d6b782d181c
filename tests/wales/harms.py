"""harms.py - what befalls the leader, and how it ends. Each is (name, begin, end); end gives the machine
back as whoever mends it would. Knows no Gweld."""

import os
import signal

from machines import NODES, PAGES, run

RECORD = ["postgres", "patroni"]
EVERYTHING = ["postgres", "patroni", "etcd", "python3"]


def kill(node):
    node.signal(signal.SIGKILL, RECORD)


def start_again(node):
    node.start("patroni")


def pause(node):
    node.signal(signal.SIGSTOP, EVERYTHING)


def go_on(node):
    node.signal(signal.SIGCONT, EVERYTHING)


def cut_from(node, addresses):
    rules = f"table inet cut {{\n set away {{ type ipv4_addr; elements = {{ {', '.join(addresses)} }} }}\n"
    for hook, side in [("input", "saddr"), ("output", "daddr")]:
        rules += (f" chain {hook} {{ type filter hook {hook} priority 0; "
                  f"ip {side} @away drop; }}\n")
    run("ip", "netns", "exec", node.name, "nft", "-f", "-", input=(rules + "}\n").encode())


def cut_from_the_others(node):
    """Pages still reach it: it would go on alone if it could."""
    cut_from(node, [address for name, address in NODES.items() if name != node.name])


def cut_from_all(node):
    cut_from(node, [PAGES, *[a for name, a in NODES.items() if name != node.name]])


def join_again(node):
    run("ip", "netns", "exec", node.name, "nft", "delete", "table", "inet", "cut")


def fill_disk(node):
    with open(node.folder / "disk" / "filler", "wb") as file:
        try:
            while True:
                file.write(os.urandom(4096) * 256)
                file.flush()
        except OSError:
            return


def empty_disk(node):
    (node.folder / "disk" / "filler").unlink()


HARMS = {"killed": (kill, start_again), "paused": (pause, go_on),
         "cut from the other two": (cut_from_the_others, join_again),
         "cut from all": (cut_from_all, join_again), "disk full": (fill_disk, empty_disk)}
