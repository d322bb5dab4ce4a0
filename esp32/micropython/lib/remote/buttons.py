"""The `buttons` of config.json."""

from remote import actions
from remote.check import Wrong, at, one_of, rows, table, text, whole
from remote.clicks import Clicks, Debounce

EVENTS = ("single", "double", "triple", "hold", "release")
USUAL = ("single", "double", "hold", "release")
KEYS = ("pin", "number", "label", "active", "pull", "debounce", "wait", "hold", "events", "do")
PULLS = {"low": "up", "high": "down"}


class Button:
    """`active`: the level when pressed, low or high; `pull`: up, down or none; times in ms."""

    def describe(self):
        """As it stands in the board's `info`."""
        told = {"number": self.number, "events": list(self.events)}
        if self.label:
            told["label"] = self.label
        return told

    def watch(self, pressed=False):
        """What turns levels into events: (Debounce, Clicks). A button that is `pressed` from the start has to be let go first."""
        return Debounce(self.debounce, pressed), Clicks(self.events, self.wait, self.hold, pressed)


def parse(where, value):
    return [_button(at(where, place), each, place + 1) for place, each in enumerate(rows(where, value))]


def _button(where, value, number):
    table(where, value, KEYS)
    if "pin" not in value:
        raise Wrong(at(where, "pin"), "is missing")
    button = Button()
    button.pin = whole(at(where, "pin"), value["pin"], 0, 48)
    button.number = whole(at(where, "number"), value.get("number", number), 1, 99)
    button.label = text(at(where, "label"), value["label"]) if "label" in value else None
    button.active = one_of(at(where, "active"), value.get("active", "low"), ("low", "high"))
    button.pull = one_of(at(where, "pull"), value.get("pull", PULLS[button.active]), ("up", "down", "none"))
    button.debounce = whole(at(where, "debounce"), value.get("debounce", 20), 0, 500)
    button.wait = whole(at(where, "wait"), value.get("wait", 300), 50, 2000)
    button.hold = whole(at(where, "hold"), value.get("hold", 600), 100, 10000)
    button.do = actions.parse(at(where, "do"), value.get("do", {}), EVENTS)
    button.events = _events(at(where, "events"), value.get("events"), button.do)
    return button


def _events(where, value, do):
    """Those that are named, else those that something is done at, else the usual ones; in the order of `EVENTS`."""
    if value is None:
        return tuple(event for event in EVENTS if event in do) or USUAL
    for place, event in enumerate(rows(where, value, len(EVENTS))):
        one_of(at(where, place), event, EVENTS)
    for event in do:
        if event not in value:
            raise Wrong(where, "has no %s, but there is something to do at it" % event)
    if not value:
        raise Wrong(where, "names at least one of " + ", ".join(EVENTS))
    return tuple(event for event in EVENTS if event in value)
