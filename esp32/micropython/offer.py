"""
Makes an update out of this folder: `python3 offer.py VERSION URL` writes manifest.json beside itself, the list of files with their hashes,
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


def manifest(version, folder):
    """The list's bytes."""
    files = {}
    for path in paths(folder):
        data = read(folder + path)
        files[path] = {"size": len(data), "sha256": sha256(data)}
    return json.dumps({"version": version, "files": files}).encode()


def offer(version, url, folder):
    """Writes manifest.json; gives what to publish."""
    data = manifest(version, folder)
    with open(folder + "manifest.json", "wb") as file:
        file.write(data)
    return json.dumps({"update": {"url": url.rstrip("/") + "/manifest.json", "sha256": sha256(data)}})


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[2].startswith("http://"):
        sys.exit("usage: python3 offer.py VERSION http://ADDRESS:PORT/")
    print(offer(sys.argv[1], sys.argv[2], __file__.rsplit("/", 1)[0] + "/" if "/" in __file__ else ""))
