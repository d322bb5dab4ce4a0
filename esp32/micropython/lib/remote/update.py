"""
The `update` of config.json, what is offered as an update, and its list of files. Only the offer is trusted, since it came by MQTT from
somebody who had to log in: it has the hash of the list, the list has the hash of each file, and so files may be fetched from anywhere.
"""

import json

from remote.check import Wrong, at, table, text, whole
from remote.http import address

# Bytes: of the list, of a file, of all files.
LIST, FILE, ALL = 16384, 65536, 786432
MOST_FILES = 120
# What a set has to hold, to be one.
NEEDED = ("lib/ports/start.py", "lib/remote/__init__.py", "boards/__init__.py")


class UpdateSettings:
    """`reach`: how long a new set may take from its start until the broker lets it in, ms."""


def parse(where, value):
    table(where, value, ("reach",))
    settings = UpdateSettings()
    settings.reach = 1000 * whole(at(where, "reach"), value.get("reach", 180), 5, 3600)
    return settings


class Offer:
    """`url` of the list of files, and its SHA-256 in hex."""

    def __init__(self, url, sha256):
        self.url = url
        self.sha256 = sha256
        # The set is called after its contents: the same offer is the same set.
        self.name = sha256[:16]

    def url_of(self, path):
        """Files lie beside the list."""
        return self.url[: self.url.rindex("/") + 1] + path


def offer(value):
    """Of what stands under `update` in wished settings; Wrong where it is no offer."""
    table("update", value, ("url", "sha256"))
    address("update.url", value.get("url"))
    return Offer(value["url"], _hash("update.sha256", value.get("sha256")))


class File:
    def __init__(self, path, size, sha256):
        self.path = path
        self.size = size
        self.sha256 = sha256


class List:
    def __init__(self, version, files):
        self.version = version
        self.files = files

    def bytes(self):
        return sum(file.size for file in self.files)


def read_list(data):
    """Of `{"version": "1.1.0", "files": {"lib/remote/core.py": {"size": 7094, "sha256": "..."}}}`; Wrong where it is not so."""
    try:
        value = json.loads(data)
    except ValueError:
        raise Wrong("list", "is not right JSON")
    table("list", value, ("version", "files"))
    version = text("list.version", value.get("version"), 32, 1)
    files = value.get("files")
    if not isinstance(files, dict) or len(files) > MOST_FILES:
        raise Wrong("list.files", "is an object of at most %d files" % MOST_FILES)
    found = List(version, [_file(path, files[path]) for path in sorted(files)])
    for path in NEEDED:
        if path not in files:
            raise Wrong("list.files", "has no " + path)
    if found.bytes() > ALL:
        raise Wrong("list.files", "have %d bytes; at most %d are taken" % (found.bytes(), ALL))
    return found


def _file(path, value):
    where = at("list.files", path)
    if not is_path(path):
        raise Wrong(where, "is not lib/..., boards/... or diag.py")
    table(where, value, ("size", "sha256"))
    return File(path, whole(at(where, "size"), value.get("size"), 0, FILE), _hash(at(where, "sha256"), value.get("sha256")))


def is_path(path):
    """Files of a set, and nothing that leads out of it."""
    parts = path.split("/")
    fine = all(part and part[0] != "." and all(c.isalpha() or c.isdigit() or c in "_-." for c in part) for part in parts)
    return fine and len(path) <= 64 and (path == "diag.py" or len(parts) in (2, 3) and parts[0] in ("lib", "boards"))


def _hash(where, value):
    if not isinstance(value, str) or len(value) != 64 or any(digit not in "0123456789abcdef" for digit in value):
        raise Wrong(where, "takes a SHA-256 as 64 lower-case hex digits")
    return value
