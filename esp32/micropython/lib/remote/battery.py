"""The `battery` of config.json, and what is decided between waking up and falling asleep."""

from remote.check import table, whole
from remote.clicks import Clicks, Debounce

PIN = "pin"
TIMER = "timer"
START = "start"
# How long a network that was there the last time may take without a scan before all is done the long way, ms.
SHORT_WAY = 4000
# Who keeps the button down, or has it stuck, is looked at again after so long, ms.
STUCK = 10000


class Battery:
    """`awake`: how long at most before it sleeps whatever has happened; `every`: when it wakes by itself to measure, 0 for never; in ms."""


def parse(where, value):
    table(where, value, ("awake", "every"))
    battery = Battery()
    battery.awake = 1000 * whole(where + ".awake", value.get("awake", 10), 3, 120)
    battery.every = 1000 * whole(where + ".every", value.get("every", 0), 0, 86400)
    return battery


def woken_by(buttons, pressed):
    """The buttons that are meant, of those that are `pressed` by now. Who has let go already can only be known where there is one."""
    down = [button for button in buttons if pressed(button)]
    return down if down else buttons[:1] if len(buttons) == 1 else []


class Woken:
    """The press that woke the board, which began at 0, before anybody looked."""

    def __init__(self, button):
        self.button = button
        self._contact = Debounce(button.debounce, True)
        self._clicks = Clicks(button.events, button.wait, button.hold)
        self._up = None
        self._found = False
        self._first = self._clicks.update(True, 0)

    def update(self, pressed, now):
        """What has come to pass by now."""
        found, self._first = self._first, []
        down = self._contact.update(pressed, now)
        found = found + self._clicks.update(down, now)
        self._found = self._found or bool(found)
        self._up = None if down else now if self._up is None else self._up
        return found

    def is_over(self, now):
        """Whether nothing more can come of it."""
        return self._up is not None and (self._found or now - self._up > self.button.wait + self.button.debounce)
