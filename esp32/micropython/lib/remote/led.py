"""The `led` of config.json, and how it shows what is the matter."""

from remote.check import at, one_of, table, whole
from remote.status import BROKER, OK, SETUP, START, WIFI

# What it does for each word, over and over: ms lit, ms dark, and so on. Nothing is dark.
PATTERNS = {
    START: (1000, 0),
    SETUP: (100, 200, 100, 1600),
    WIFI: (1000, 1000),
    BROKER: (200, 200),
    OK: (),
}
# What waiting does not mend, somebody has to: three short ones and a pause.
ERROR = (150, 150, 150, 150, 150, 1250)
LASTING = ("login", "not-allowed", "client-id", "not-mqtt", "config", "memory", "wifi-password", "wifi-refused")
# A light of three colours shows them besides, dimmed: red, green, blue.
COLOURS = {START: (8, 8, 8), SETUP: (0, 0, 24), WIFI: (24, 8, 0), BROKER: (16, 16, 0), OK: (0, 16, 0)}
RED = (32, 0, 0)


class LedSettings:
    """`pin` and `lit` (the level, 0 or 1) are None where those of the board are meant; `kind` is plain or ws2812."""


def parse(where, value):
    table(where, value, ("pin", "lit", "kind"))
    led = LedSettings()
    led.pin = whole(at(where, "pin"), value["pin"], 0, 48) if "pin" in value else None
    led.lit = whole(at(where, "lit"), value["lit"], 0, 1) if "lit" in value else None
    led.kind = one_of(at(where, "kind"), value.get("kind", "plain"), ("plain", "ws2812"))
    return led


def is_error(status):
    """Whether something is wrong now that somebody has to mend."""
    return status.sentence is not None and (status.error in LASTING or status.error.startswith("tls"))


def is_lit(word, error, since):
    """Whether it shines, `since` ms after that began."""
    pattern = ERROR if error else PATTERNS[word]
    if not pattern:
        return False
    since %= sum(pattern)
    for place, lasts in enumerate(pattern):
        if since < lasts:
            return place % 2 == 0
        since -= lasts
    return False


def colour(word, error):
    return RED if error else COLOURS[word]
