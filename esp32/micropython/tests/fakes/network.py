"""A Wi-Fi that joins 30 ms after it is told to, as long as the world's access point is there."""

import time

import world

STA_IF = 0
AP_IF = 1
STAT_IDLE = 1000
STAT_CONNECTING = 1001
STAT_GOT_IP = 1010
_ALWAYS_SAID = (201, 202, 210, 211, 212)


def hostname(name=None):
    return name


def country(code=None):
    return code


class WLAN:
    IF_STA = 0
    IF_AP = 1
    PM_NONE = 0
    PM_PERFORMANCE = 1
    PM_POWERSAVE = 2

    def __init__(self, interface=STA_IF):
        self._is_point = interface == AP_IF
        self._key = None
        self._active = False
        self._since = None
        self._joined = False
        # A board that tries for ever by itself says that it is connecting, whatever is wrong, but for what follows.
        self._patient = True
        self._address = ("127.0.0.1", "255.0.0.0", "127.0.0.1", "127.0.0.1")

    def active(self, on=None):
        if on is not None:
            self._active = on
            if self._is_point and not on:
                world.point.clear()
        return self._active

    def connect(self, ssid, key=None, bssid=None):
        if not self._active:
            raise OSError("Wifi Not Started")
        if self._since is not None:
            raise OSError("Wifi Internal State Error")
        self._since = time.ticks_ms()
        self._key = key
        world.look()
        print("fakes: joins %s%s" % (ssid, " at " + bssid.hex() if bssid else ""))

    def disconnect(self):
        self._since = None
        self._joined = False

    def isconnected(self):
        world.look()
        if not world.link["up"]:
            self._joined = False
        elif world.link.get("password") not in (None, self._key):
            self._joined = False
        elif self._since is not None and time.ticks_diff(time.ticks_ms(), self._since) > 30:
            self._joined = True
        return self._joined

    def status(self, what=None):
        if what == "rssi":
            return world.link["rssi"]
        if self.isconnected():
            return STAT_GOT_IP
        if self._since is None:
            return STAT_IDLE
        why = world.link["status"] if not world.link["up"] else 202 if world.link.get("password") not in (None, self._key) else STAT_CONNECTING
        return STAT_CONNECTING if self._patient and why not in _ALWAYS_SAID else why

    def config(self, what=None, **more):
        if what == "mac":
            return b"\x02\x00\x00\x00\x00\x01"
        self._patient = more.get("reconnects", -1) < 0 and self._patient
        if self._is_point:
            world.point.update(more)

    def ifconfig(self, address=None):
        if address:
            self._address = address
        return self._address

    def scan(self):
        world.look()
        if world.air:
            return world.air
        return [(b"home", b"\x02\x00\x00\x00\x00\xaa", 6, -50, 3, False)] if world.link["up"] else []
