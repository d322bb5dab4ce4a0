"""
Makes an update out of this folder: `python3 offer.py VERSION URL` writes list.txt beside itself, the list of files with their hashes,
and prints what to publish, retained, on boards/<name>/config. URL is where this folder is served, such as http://192.168.1.5:8000/
"""

import hashlib
import json
import os
import sys
from binascii import hexlify


def sha256(data):
    return hexlify(hashlib.sha256(data).digest()).decode()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def paths(folder):
    """What is updated: diag.py and all that ends with .py in lib and boards."""
    found = ["diag.py"]
    waiting = ["lib", "boards"]
    while waiting:
        place = waiting.pop()
        for name in os.listdir(folder + place):
            path = place + "/" + name
            if os.stat(folder + path)[0] & 0x4000:
                waiting.append(path)
            elif name.endswith(".py"):
                found.append(path)
    return sorted(found)


def listed(version, files):
    """The list's bytes, of {path: contents}."""
    lines = ["version " + version]
    lines += ["%s %d %s" % (sha256(files[path]), len(files[path]), path) for path in sorted(files)]
    return ("\n".join(lines) + "\n").encode()


def offer(version, url, folder):
    """Writes list.txt; gives what to publish."""
    data = listed(version, {path: read(folder + path) for path in paths(folder)})
    with open(folder + "list.txt", "wb") as file:
        file.write(data)
    return json.dumps({"update": {"url": url.rstrip("/") + "/list.txt", "sha256": sha256(data)}})


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[2].startswith("http://"):
        sys.exit("usage: python3 offer.py VERSION http://ADDRESS:PORT/")
    print(offer(sys.argv[1], sys.argv[2], __file__.rsplit("/", 1)[0] + "/" if "/" in __file__ else ""))
