"""The `fallback` of config.json, and LIFX's LAN protocol as far as a switch needs it: power, toggle, level."""

import struct
from binascii import hexlify, unhexlify

from remote.check import Wrong, at, rows, table
from remote.actions import target
from remote.names import is_address
from remote.percent import decoded

PORT = 56700
LIGHT_GET, LIGHT_STATE, ACKNOWLEDGEMENT = 101, 107, 45
SET_LIGHT_POWER, SET_WAVEFORM_OPTIONAL = 117, 119
# Which answer is asked for.
STATE, ACK = 1, 2


class Lamp:
    """`to`: the topics' word it is meant by; `serial`: its 6 bytes."""

    def __init__(self, to, serial, address, port):
        self.to = to
        self.serial = serial
        self.address = address
        self.port = port


class Fallback:
    def __init__(self, lamps):
        self._lamps = lamps

    def meant(self, to):
        """The lamps that are named for this word, each once; `all` means all that are named."""
        found = {}
        for lamp in self._lamps:
            if to == "all" or lamp.to == decoded(to, "+"):
                found[lamp.serial] = lamp
        return list(found.values())


def parse(where, value):
    return Fallback([_lamp(at(where, place), each) for place, each in enumerate(rows(where, value, 32))])


def _lamp(where, value):
    table(where, value, ("to", "light", "address"))
    for key in ("to", "light", "address"):
        if key not in value:
            raise Wrong(at(where, key), "is missing")
    serial = value["light"]
    if not isinstance(serial, str) or len(serial) != 12 or any(digit not in "0123456789abcdefABCDEF" for digit in serial):
        raise Wrong(at(where, "light"), "takes the 12 hex digits of a light, such as d073d5001337")
    address, port = _place(at(where, "address"), value["address"])
    return Lamp(decoded(target(at(where, "to"), value["to"]), "+"), unhexlify(serial), address, port)


def _place(where, value):
    parts = value.split(":") if isinstance(value, str) else ()
    if len(parts) not in (1, 2) or not is_address(parts[0]) or len(parts) == 2 and not parts[1].isdigit():
        raise Wrong(where, "takes an address such as 192.168.1.77")
    return parts[0], int(parts[1]) if len(parts) == 2 else PORT


class Wish:
    """`power`: ON, OFF, TOGGLE or None; `level`: 0 to 1 or None; `step`: -1 to 1, 0 for none; `ms`: how long it takes."""

    def __init__(self, power, level, step, ms):
        self.power = power
        self.level = level
        self.step = step
        self.ms = ms

    def asks(self):
        """Whether it has to be known what the lamps show."""
        return self.power == "TOGGLE" or self.level is not None or self.step != 0


def wish(command):
    """What a command wants, as far as it can be done here: the rest, such as its colour, is left out. None where nothing is left."""
    power = command.get("state")
    power = power.upper() if isinstance(power, str) and power.upper() in ("ON", "OFF", "TOGGLE") else None
    level = _fraction(command, "brightness", 0, 255)
    level = _fraction(command, "brightness_pct", 0, 100) if level is None else level
    step = _fraction(command, "brightness_step", -255, 255) or _fraction(command, "brightness_step_pct", -100, 100) or 0
    if power is None and level is None and not step:
        return None
    seconds = command.get("transition")
    seconds = seconds if isinstance(seconds, (int, float)) and not isinstance(seconds, bool) else 0
    return Wish(power, level, step, int(1000 * min(max(seconds, 0), 4294967)))


def _fraction(command, key, low, high):
    value = command.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return min(max(value, low), high) / high


def plan(wish, is_on, level, any_on):
    """
    The messages for a lamp that is so, each (kind, payload), in their order. `level` is 0 to 1; with `any_on` a toggle puts all out.
    Absolute values: one sent twice does no harm.
    """
    on, bright = goal(wish, is_on, level, any_on)
    if not on:
        return [(SET_LIGHT_POWER, _power(False, wish.ms))]
    if bright is None:
        return [(SET_LIGHT_POWER, _power(True, wish.ms))]
    if is_on:
        return [(SET_WAVEFORM_OPTIONAL, _brightness(bright, wish.ms))]
    # What is dark takes its level first, so that it does not flash.
    return [(SET_WAVEFORM_OPTIONAL, _brightness(bright, 0)), (SET_LIGHT_POWER, _power(True, wish.ms))]


def left(command, goals, lamps):
    """
    What of a command may still be given to others when some of these many lamps did not say that they took it, by the `goals` of those that
    were told: absolute, since one whose answers were lost may have it already. None where there is no such command.
    """
    if not goals:
        return command
    rest = {key: value for key, value in command.items() if not key.startswith("brightness_step")}
    steps = len(rest) < len(command)
    if any(other != goals[0] for other in goals) or steps and len(goals) < lamps:
        return None if steps else command
    on, bright = goals[0]
    if steps or str(command.get("state")).upper() == "TOGGLE":
        rest["state"] = "ON" if on else "OFF"
    if steps and bright is not None:
        rest["brightness_pct"] = round(100 * bright, 1)
    return rest


def goal(wish, is_on, level, any_on):
    """Whether it is to be on, and how bright; None as it is."""
    if wish.power == "OFF" or wish.power == "TOGGLE" and any_on:
        return False, None
    if wish.step:
        goal = (level if is_on else 0) + wish.step
        return goal > 0, min(goal, 1)
    if wish.level is not None:
        return wish.level > 0, wish.level
    return True, None


def _power(on, ms):
    return struct.pack("<HI", 65535 if on else 0, ms)


def _brightness(level, ms):
    """One saw tooth that ends where it leads to, of the brightness alone."""
    return struct.pack("<BBHHHHIfhBBBBB", 0, 0, 0, 0, int(65535 * level + 0.5), 0, ms, 1.0, 0, 0, 0, 0, 1, 0)


def packet(lamp, kind, payload, source, sequence, answer):
    """`source`: 2 to 0xFFFFFFFF, by which the answer is known to be ours."""
    head = struct.pack("<HHI", 36 + len(payload), 0x1400, source) + lamp.serial + bytes(8) + bytes((answer, sequence))
    return head + bytes(8) + struct.pack("<HH", kind, 0) + payload


def answered(data, source):
    """(serial, sequence, kind, payload) of an answer to us, else None. What is reserved may hold anything."""
    if len(data) < 36:
        return None
    size, flags, to = struct.unpack_from("<HHI", data)
    if not 36 <= size <= len(data) or flags & 0xFFF != 1024 or to != source:
        return None
    return bytes(data[8:14]), data[23], data[32] | data[33] << 8, data[36:size]


def shows(payload):
    """(whether it is on, level 0 to 1) of a LIGHT_STATE; None where it is too short."""
    if len(payload) < 52:
        return None
    level, _, _, power = struct.unpack_from("<HHHH", payload, 4)
    return power != 0, level / 65535


def name(lamp):
    return hexlify(lamp.serial).decode()
