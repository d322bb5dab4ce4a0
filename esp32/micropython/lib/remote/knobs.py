"""The `knobs` of config.json."""

from remote import actions
from remote.check import Wrong, at, flag, one_of, rows, table, text, whole
from remote.turns import Pace

EVENTS = ("turn",)
KEYS = ("pins", "number", "label", "detent", "faster", "reverse", "pull", "do")


class Knob:
    """`pins`: those of its contacts a and b."""

    def describe(self):
        """As it stands in the board's `info`."""
        told = {"number": self.number}
        if self.label:
            told["label"] = self.label
        return told

    def pace(self):
        return Pace(self.faster)


def parse(where, value):
    return [_knob(at(where, place), each, place + 1) for place, each in enumerate(rows(where, value))]


def _knob(where, value, number):
    table(where, value, KEYS)
    knob = Knob()
    knob.pins = _pins(at(where, "pins"), value.get("pins"))
    knob.number = whole(at(where, "number"), value.get("number", number), 1, 99)
    knob.label = text(at(where, "label"), value["label"]) if "label" in value else None
    knob.detent = one_of(at(where, "detent"), value.get("detent", 4), (1, 2, 4))
    knob.faster = whole(at(where, "faster"), value.get("faster", 4), 1, 20)
    knob.reverse = flag(at(where, "reverse"), value.get("reverse", False))
    knob.pull = one_of(at(where, "pull"), value.get("pull", "up"), ("up", "down", "none"))
    knob.do = actions.parse(at(where, "do"), value.get("do", {}), EVENTS)
    return knob


def _pins(where, value):
    if not isinstance(value, list) or len(value) != 2 or value[0] == value[1]:
        raise Wrong(where, "takes two: those of the contacts, such as [4, 5]")
    return tuple(whole(at(where, place), each, 0, 48) for place, each in enumerate(value))
