"""
The `update` of config.json, what is offered as an update, and its list of files. Only the offer is trusted, since it came by MQTT from
somebody who had to log in: it has the hash of the list, the list has the hash of each file, and so files may be fetched from anywhere.
"""

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


def file_of(line, place="list"):
    """Of a line `SHA-256 size path`, as the list has one for each file."""
    words = line.strip().split(" ")
    if len(words) != 3 or not words[1].isdigit() or len(words[1]) > 6:
        raise Wrong(place, "has a line that is not a hash, a size and a path: " + line.strip()[:80])
    sha256, size, path = words
    if not is_path(path):
        raise Wrong(place, "names %s, which is not lib/..., boards/... or diag.py" % path[:80])
    return File(path, whole("%s: %s" % (place, path), int(size), 0, FILE), _hash("%s: %s" % (place, path), sha256))


def check_list(lines):
    """
    (version, bytes of all files) of a list's lines, `version 1.1.0` and one for each file; Wrong where it is not so. Line by line, since a
    board has no room for all of it.
    """
    version, count, bytes, needed = None, 0, 0, list(NEEDED)
    for line in lines:
        if version is None:
            word, _, version = line.strip().partition(" ")
            if word != "version":
                raise Wrong("list", "does not begin with its version")
            text("list: version", version, 32, 1)
            continue
        file = file_of(line)
        count, bytes = count + 1, bytes + file.size
        if file.path in needed:
            needed.remove(file.path)
    if version is None or needed:
        raise Wrong("list", "has no " + (needed[0] if version else "version"))
    if count > MOST_FILES or bytes > ALL:
        raise Wrong("list", "has %d files of %d bytes; at most %d of %d are taken" % (count, bytes, MOST_FILES, ALL))
    return version, bytes


def is_path(path):
    """Files of a set, and nothing that leads out of it."""
    parts = path.split("/")
    fine = all(part and part[0] != "." and all(c.isalpha() or c.isdigit() or c in "_-." for c in part) for part in parts)
    return fine and len(path) <= 64 and (path == "diag.py" or len(parts) in (2, 3) and parts[0] in ("lib", "boards"))


def _hash(where, value):
    if not isinstance(value, str) or len(value) != 64 or any(digit not in "0123456789abcdef" for digit in value):
        raise Wrong(where, "takes a SHA-256 as 64 lower-case hex digits")
    return value
