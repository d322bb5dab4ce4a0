"""A board's topics and payloads, as docs/boards.md has them."""

import json

from remote import VERSION

USUAL = ("single", "double", "hold", "release")
TELEMETRY = ("rssi", "heap", "uptime", "reconnects", "error")


class Topics:
    def __init__(self, name, base, boards):
        self._board = "%s/%s/" % (boards, name)
        self._base = base

    def own(self, leaf):
        """A topic of this board, such as `state` or `button/1`."""
        return self._board + leaf

    def leaf(self, topic):
        """The other way round; None where it is not this board's."""
        return topic[len(self._board) :] if topic.startswith(self._board) else None

    def command(self, to):
        return "%s/%s/set" % (self._base, to)

    def bridge(self):
        return self._base + "/bridge/state"


def payload(value):
    """JSON on one line without spaces, since each byte counts on the air."""
    return json.dumps(value, separators=(",", ":")).encode()


def event(what, seq):
    return payload(dict(what, seq=seq))


def command(keys, ident):
    return payload(dict(keys, id=ident))


def info(settings, model, mac):
    """What the board is and has. What is not known is left out."""
    told = {"manufacturer": "Lamplighter", "model": model, "firmware": VERSION, "mac": mac, "label": settings.label, "area": settings.area}
    told = {key: value for key, value in told.items() if value}
    for kind in ("buttons", "knobs"):
        there = [each.describe() for each in getattr(settings, kind)]
        if there:
            told[kind] = there
    measured = []
    for sensor in settings.sensors:
        measured += [word for word in sensor.describe() if word not in measured]
    if measured:
        told["sensors"] = measured
    told["telemetry"] = list(TELEMETRY)
    return payload(told)
