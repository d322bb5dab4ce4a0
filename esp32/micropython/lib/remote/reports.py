"""When what a sensor measures is worth telling: when it has changed by enough, and now and then all the same."""

# By how much each measure has to change to be told; and to how many digits it is told.
CHANGES = {"temperature": 0.2, "humidity": 1, "pressure": 0.5, "illuminance": 10, "battery": 1, "voltage": 0.05}
DIGITS = {"temperature": 1, "humidity": 1, "pressure": 1, "illuminance": 0, "battery": 0, "voltage": 2}
# So many times in a row a sensor may fail before what it told last is taken back.
PATIENCE = 3


def rounded(measure, value):
    digits = DIGITS.get(measure)
    if digits is None or value is None:
        return value
    return round(value, digits) if digits else int(round(value))


class Report:
    """`changes`: measure to the least change that is told; `heartbeat` in ms."""

    def __init__(self, changes, heartbeat):
        self._changes = changes
        self._heartbeat = heartbeat
        self._told = None
        self._at = 0
        self._failed = 0

    def measured(self, values, now):
        """What to tell of these: all of them, or nothing."""
        self._failed = 0
        values = {measure: rounded(measure, value) for measure, value in values.items()}
        if self._told is not None and now - self._at < self._heartbeat and not any(self._changed(*each) for each in values.items()):
            return {}
        self._told = values
        self._at = now
        return values

    def failed(self, measures, now):
        """What to tell where nothing could be measured: after a while, that it is not known."""
        self._failed += 1
        if self._failed < PATIENCE or self._told is None or None in self._told.values():
            return {}
        self._told = {measure: None for measure in measures}
        self._at = now
        return self._told

    def _changed(self, measure, value):
        before = self._told.get(measure)
        if before is None or value is None or isinstance(value, bool):
            return before is not value
        return abs(value - before) >= self._changes.get(measure, 0) - 1e-6 and value != before


class Motion:
    """A motion sensor's level: it moves as long as the level is up and for `hold` ms after."""

    def __init__(self, hold):
        self._hold = hold
        self._seen = None

    def update(self, level, now):
        if level:
            self._seen = now
        elif self._seen is not None and now - self._seen >= self._hold:
            self._seen = None
        return self._seen is not None


# Volts of one lithium cell at rest, and per cent of its charge.
LITHIUM = ((3.0, 0), (3.3, 4), (3.5, 12), (3.6, 22), (3.7, 42), (3.8, 60), (3.9, 74), (4.0, 84), (4.1, 94), (4.2, 100))


def charge(volts, curve=LITHIUM):
    """Per cent of a battery's charge, by points of volts and per cent, straight between them."""
    before = curve[0]
    for point in curve:
        if volts < point[0]:
            if point is before:
                break
            return before[1] + (volts - before[0]) * (point[1] - before[1]) / (point[0] - before[0])
        before = point
    return before[1]
