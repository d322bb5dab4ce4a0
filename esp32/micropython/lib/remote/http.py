"""As much of HTTP as a board needs: addresses, heads of requests and answers, forms."""

from remote.check import Wrong
from remote.percent import decoded, utf8

# The longest head that is read, bytes.
HEAD = 2048


def address(where, url):
    """(host, port, path) of an http:// URL. Others are refused: what is fetched is checked by its hash instead."""
    if not isinstance(url, str) or not url.startswith("http://") or len(url) > 256 or any(not 32 < ord(c) < 127 for c in url):
        raise Wrong(where, "takes an address such as http://192.168.1.5:8000/manifest.json")
    place, slash, path = url[7:].partition("/")
    host, colon, port = place.partition(":")
    if not host or "@" in host or colon and not port.isdigit():
        raise Wrong(where, "takes an address such as http://192.168.1.5:8000/manifest.json")
    return host, int(port) if colon else 80, "/" + path


def request(host, path):
    return ("GET %s HTTP/1.0\r\nHost: %s\r\nConnection: close\r\n\r\n" % (path, host)).encode()


def head(lines):
    """First line, as words, and a dict of the fields by lower-case names; ValueError where it is none."""
    words = utf8(lines[0]).split(" ") if lines else []
    if len(words) < 2:
        raise ValueError("is no HTTP")
    fields = {}
    for line in lines[1:]:
        name, colon, value = utf8(line).partition(":")
        if not colon:
            raise ValueError("has a field without a colon")
        fields[name.strip().lower()] = value.strip()
    return words, fields


def length(fields, most):
    """How many bytes follow; ValueError where that is not said, or too many."""
    value = fields.get("content-length", "")
    if not value.isdigit() or len(value) > 9:
        raise ValueError("does not say how long it is")
    if int(value) > most:
        raise ValueError("has %s bytes; at most %d are taken" % (value, most))
    return int(value)


def form(text):
    """The fields of a form as browsers send it; of one that comes twice the last counts."""
    fields = {}
    for pair in text.split("&"):
        name, _, value = pair.partition("=")
        if name:
            fields[decoded(name)] = decoded(value)
    return fields
