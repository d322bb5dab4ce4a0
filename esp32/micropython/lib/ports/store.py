"""Small files that survive a restart. Each is written beside the old one and put in its place at once."""

import json
import os

from remote.check import parsed


def read(name):
    """What a JSON file holds, or None where it is not there or not right."""
    try:
        with open(name, "rb") as file:
            return parsed(file.read())
    except (OSError, ValueError):
        return None


def exists(name):
    try:
        os.stat(name)
        return True
    except OSError:
        return False


def write(name, value):
    with open(name + ".new", "w") as file:
        json.dump(value, file)
    os.rename(name + ".new", name)


class Store:
    """The broker's last good address and the wished settings; `folder` ends with a slash or is empty."""

    def __init__(self, folder=""):
        self._address = folder + "address.json"
        self._wishes = folder + "wishes.json"

    def address(self):
        known = read(self._address)
        return known if isinstance(known, str) else None

    def keep_address(self, address):
        write(self._address, address)

    def wishes(self):
        known = read(self._wishes)
        return known if isinstance(known, dict) else {}

    def keep_wishes(self, wishes):
        write(self._wishes, wishes)
