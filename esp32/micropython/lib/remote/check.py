"""Checks of what comes in as JSON. Each says in one line what is wrong and where; a check gives back the value it has checked."""

import json


class Wrong(ValueError):
    """What is wrong, with the place first: `buttons[0].pin: takes 0 to 39, not 77`."""

    def __init__(self, where, why):
        super().__init__("%s: %s" % (where, why) if where else why)


def parsed(data):
    """JSON as bytes, read; ValueError where it is not right. MicroPython's own reader takes what is cut off for whole."""
    depth, quoted, escaped = 0, False, False
    for byte in data:
        if quoted:
            quoted = escaped or byte != 0x22
            escaped = byte == 0x5C and not escaped
        elif byte == 0x22:
            quoted = True
        elif byte in b"[{":
            depth += 1
        elif byte in b"]}":
            depth -= 1
    if depth or quoted:
        raise ValueError("JSON that is cut off")
    return json.loads(data)


def at(where, key):
    """The place of a key or an index below a place."""
    if isinstance(key, int):
        return "%s[%d]" % (where, key)
    return "%s.%s" % (where, key) if where else key


def table(where, value, keys):
    """A JSON object with no other keys than these."""
    if not isinstance(value, dict):
        raise Wrong(where or "config.json", "takes an object { ... }")
    for key in value:
        if key not in keys:
            raise Wrong(at(where, key), "is not known here; there are " + ", ".join(sorted(keys)))
    return value


def rows(where, value, most=99):
    """A JSON array of at most so many."""
    if not isinstance(value, list):
        raise Wrong(where, "takes a list [ ... ]")
    if len(value) > most:
        raise Wrong(where, "takes at most %d" % most)
    return value


def text(where, value, most=64, least=0):
    """One line of text; `most` and `least` count characters."""
    if not isinstance(value, str) or not least <= len(value) <= most or any(ord(c) < 32 or ord(c) == 127 for c in value):
        raise Wrong(where, "takes one line of %d to %d characters" % (least, most))
    return value


def flag(where, value):
    if not isinstance(value, bool):
        raise Wrong(where, "takes true or false")
    return value


def whole(where, value, low, high):
    """A whole number, ends included."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise Wrong(where, "takes a whole number from %d to %d, not %r" % (low, high, value))
    return value


def number(where, value, low, high):
    """A number, ends included."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        raise Wrong(where, "takes a number from %s to %s, not %r" % (low, high, value))
    return value


def one_of(where, value, words):
    if value not in words:
        raise Wrong(where, "is one of %s, not %r" % (", ".join(str(word) for word in words), value))
    return value
