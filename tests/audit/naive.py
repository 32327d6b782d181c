"""The tree of RFC 6962 as its text has it, and Ed25519 as RFC 8032 has it: slow, short and written
without looking at ours. `python3 naive.py` prints the sum that tests/record/tree_test.cc compares
with: the SHA-256 of every root, inclusion proof and consistency proof of every tree of 1 to 70 leaves."""

import base64
import hashlib
import sys


def sha(data):
    return hashlib.sha256(data).digest()


def split(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def root(leaves):  # RFC 6962, 2.1
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return sha(b"\0" + leaves[0])
    k = split(len(leaves))
    return sha(b"\1" + root(leaves[:k]) + root(leaves[k:]))


def path(m, leaves):  # 2.1.1
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    return (path(m, leaves[:k]) + [root(leaves[k:])] if m < k
            else path(m - k, leaves[k:]) + [root(leaves[:k])])


def subproof(m, leaves, whole):  # 2.1.2
    if m == len(leaves):
        return [] if whole else [root(leaves)]
    k = split(len(leaves))
    return (subproof(m, leaves[:k], whole) + [root(leaves[k:])] if m <= k
            else subproof(m - k, leaves[k:], False) + [root(leaves[:k])])


P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):  # RFC 8032, 5.1.3
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P:
        raise ValueError("not on the curve")
    return P - x if x & 1 != sign else x


def add(a, b):
    x1, y1 = a
    x2, y2 = b
    t = D * x1 * x2 * y1 * y2 % P
    return ((x1 * y2 + x2 * y1) * pow(1 + t, P - 2, P) % P,
            (y1 * y2 + x1 * x2) * pow(1 - t, P - 2, P) % P)


def times(n, point):
    answer = (0, 1)
    while n:
        if n & 1:
            answer = add(answer, point)
        point = add(point, point)
        n >>= 1
    return answer


def point(data):
    n = int.from_bytes(data, "little")
    y = n & (2 ** 255 - 1)
    return recover_x(y, n >> 255), y


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y)


def signed_by(key, text, signature):
    s = int.from_bytes(signature[32:], "little")
    if s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % ORDER
    return times(s, BASE) == add(point(signature[:32]), times(h, point(key)))


def verifier(line):  # https://c2sp.org/signed-note: name, id and key of a verifier's text
    name, key_id, key = line.split("+", 2)
    key = base64.b64decode(key)
    assert key[0] == 1 and sha(name.encode() + b"\n" + key)[:4].hex() == key_id, line
    return name, key[1:]


if __name__ == "__main__":
    seeds = [sha(n.to_bytes(8, "big")) for n in range(70)]
    everything = b""
    for n in range(1, 71):
        everything += root(seeds[:n])
        for i in range(n):
            everything += b"".join(path(i, seeds[:n]))
        for m in range(1, n + 1):
            everything += b"".join(subproof(m, seeds[:n], True))
    print(sha(everything).hex())
    sys.exit(0)
