"""What a control does: light commands, with an id each, so that one delivered twice is carried out once."""

from remote.check import Wrong, at, rows, table, text

# The steps of a knob count for each of these, and end at the end of the scale.
SCALES = {
    "brightness_step": 255,
    "brightness_step_pct": 100,
    "hue_step": 360,
    "saturation_step": 1,
    "color_temp_step": 7500,
    "infrared_step": 1,
}
WORDS = ("ON", "OFF", "TOGGLE")


class Action:
    """`to` is the topic between the base and `/set`, `command` a dict of JSON keys."""

    def __init__(self, to, command):
        self.to = to
        self.command = command

    def times(self, steps):
        """The same for so many steps of a knob."""
        command = {}
        for key, value in self.command.items():
            most = SCALES.get(key)
            command[key] = value if most is None else max(-most, min(most, value * steps))
        return Action(self.to, command)


def command(where, value):
    """A word, a number of per cent, a step such as "+10", or JSON keys: always as JSON keys, since only these carry an id."""
    if isinstance(value, dict):
        if not value:
            raise Wrong(where, "is empty")
        for key, most in SCALES.items():
            if key in value and (isinstance(value[key], bool) or not isinstance(value[key], (int, float)) or abs(value[key]) > most):
                raise Wrong(at(where, key), "takes a number from -%d to %d" % (most, most))
        return value
    if isinstance(value, str) and value.upper() in WORDS:
        return {"state": value.upper()}
    try:
        amount = None if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        amount = None
    if amount is None or not -100 <= amount <= 100:
        raise Wrong(where, 'is ON, OFF, TOGGLE, 0 to 100, a step such as "+10", or an object, not %r' % (value,))
    amount = int(amount) if amount == int(amount) else amount
    signed = isinstance(value, str) and value[:1] in "+-" and value[:1] != ""
    if amount < 0 and not signed:
        raise Wrong(where, 'is 0 to 100; a step is written "-10"')
    return {"brightness_step_pct": amount} if signed else {"brightness_pct": amount}


def target(where, value):
    text(where, value, 128, 1)
    if "+" in value or "#" in value or value[0] == "/" or value[-1] == "/":
        raise Wrong(where, "is what stands between the base and /set of a topic, such as label/Desk Lamp; + and # are %2B and %23")
    return value


def action(where, value):
    table(where, value, ("to", "command"))
    for key in ("to", "command"):
        if key not in value:
            raise Wrong(at(where, key), "is missing")
    return Action(target(at(where, "to"), value["to"]), command(at(where, "command"), value["command"]))


def parse(where, value, events):
    """What stands under `do`: for each event one action or a list of them. Gives {event: [Action]}."""
    table(where, value, events)
    done = {}
    for event, given in value.items():
        place = at(where, event)
        if isinstance(given, list):
            done[event] = [action(at(place, n), each) for n, each in enumerate(rows(place, given, 10))]
        else:
            done[event] = [action(place, given)]
    return done
