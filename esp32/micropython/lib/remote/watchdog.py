"""The `watchdog` of config.json."""

from remote.check import table, whole


class WatchdogSettings:
    """`after`: how long the board may be stuck before it is restarted, ms."""


def parse(where, value):
    table(where, value, ("after",))
    watchdog = WatchdogSettings()
    # A name lookup may hold the board for 21 s.
    watchdog.after = 1000 * whole(where + ".after", value.get("after", 60), 30, 600)
    return watchdog
