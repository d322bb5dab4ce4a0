"""The `sensors` of config.json."""

from remote.check import Wrong, at, number, one_of, rows, table, whole
from remote.reports import CHANGES, LITHIUM, Report

# What each kind measures, and which keys it has besides `kind`, `change` and `heartbeat`.
KINDS = {
    "pir": (("motion",), ("pin", "active", "hold")),
    "dht11": (("temperature", "humidity"), ("pin", "every")),
    "dht22": (("temperature", "humidity"), ("pin", "every")),
    "sht3x": (("temperature", "humidity"), ("sda", "scl", "address", "every")),
    "bme280": (("temperature", "humidity", "pressure"), ("sda", "scl", "address", "every")),
    "bmp280": (("temperature", "pressure"), ("sda", "scl", "address", "every")),
    "bh1750": (("illuminance",), ("sda", "scl", "address", "every")),
    "light": (("illuminance",), ("pin", "lux_per_volt", "every")),
    "battery": (("battery", "voltage"), ("pin", "ratio", "empty", "full", "every")),
}
ADDRESSES = {"sht3x": (0x44, 0x45), "bme280": (0x76, 0x77), "bmp280": (0x76, 0x77), "bh1750": (0x23, 0x5C)}
PIN = 48


class Sensor:
    """Fields are named as its keys; times are in ms."""

    def describe(self):
        """What it measures, by the words of `info`."""
        return list(KINDS[self.kind][0])

    def report(self):
        return Report(self.change, self.heartbeat)


def parse(where, value):
    return [_sensor(at(where, place), each) for place, each in enumerate(rows(where, value, 16))]


def _sensor(where, value):
    if not isinstance(value, dict) or "kind" not in value:
        raise Wrong(at(where, "kind"), "is missing; there are " + ", ".join(sorted(KINDS)))
    sensor = Sensor()
    sensor.kind = one_of(at(where, "kind"), value["kind"], sorted(KINDS))
    measures, keys = KINDS[sensor.kind]
    table(where, value, ("kind", "change", "heartbeat") + keys)
    sensor.heartbeat = 1000 * whole(at(where, "heartbeat"), value.get("heartbeat", 600), 10, 86400)
    sensor.change = _change(at(where, "change"), value.get("change", {}), measures)
    for key in keys:
        setattr(sensor, key, _KEYS[key](at(where, key), value.get(key), sensor.kind))
    if sensor.kind == "battery":
        sensor.curve = _curve(where, sensor)
    return sensor


def _change(where, value, measures):
    table(where, value, [measure for measure in measures if measure in CHANGES])
    changes = {measure: CHANGES[measure] for measure in measures if measure in CHANGES}
    changes.update({measure: number(at(where, measure), least, 0, 100000) for measure, least in value.items()})
    return changes


def _pin(where, value, kind):
    if value is None:
        raise Wrong(where, "is missing")
    return whole(where, value, 0, PIN)


def _address(where, value, kind):
    return one_of(where, ADDRESSES[kind][0] if value is None else value, ADDRESSES[kind])


def _usual(usual, low, high, factor=None):
    """A number that may be left out."""

    def parse(where, value, kind):
        found = number(where, usual if value is None else value, low, high)
        return int(found * factor) if factor else found

    return parse


def _volts(where, value, kind):
    return None if value is None else number(where, value, 0.5, 60)


def _level(where, value, kind):
    return one_of(where, "high" if value is None else value, ("low", "high"))


_KEYS = {
    "pin": _pin,
    "sda": _pin,
    "scl": _pin,
    "address": _address,
    "active": _level,
    "hold": _usual(60, 0, 3600, 1000),
    "every": _usual(30, 2, 3600, 1000),
    "lux_per_volt": _usual(200, 0.1, 100000),
    "ratio": _usual(2, 0.1, 100),
    "empty": _volts,
    "full": _volts,
}


def _curve(where, sensor):
    if sensor.empty is None and sensor.full is None:
        return LITHIUM
    if sensor.empty is None or sensor.full is None or sensor.empty >= sensor.full:
        raise Wrong(where, "has both, empty and full, in volts, or none of them for a lithium cell")
    return (sensor.empty, 0), (sensor.full, 100)
