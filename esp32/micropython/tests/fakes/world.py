"""What the fakes stand in: pins, a network, a power switch. The test writes one line for each thing it does to them, on stdin."""

import select
import sys
import time

pins = {}
# What is called when a pin changes, mV at pins, what answers on the I2C bus by address, when the watchdog was fed.
_watchers = {}
volts = {}
devices = {}
fed = []
# Presses that go on: [pin, when it is let go, how often it has to be looked at before].
_pressed = []
# A busy desktop may pause this process for longer than a press takes; a board is never away so long.
_LOOKS = 10
# up or down: whether the access point is there; status: what wlan.status() says while it is not.
link = {"up": True, "status": 201, "rssi": -55}
# What a scan hears, if not the usual; and the access point that the board itself opens.
air = []
point = {}
# Names that the resolver of this network does not answer for; "*" for all.
deaf = []
hosts = {}
_poller = select.poll()
_poller.register(sys.stdin, select.POLLIN)
_open = [True]


def look():
    """Takes the lines that have come, and lets go what was pressed for long enough."""
    for press in _pressed[:]:
        press[2] -= 1
        if press[2] <= 0 and time.ticks_diff(time.ticks_ms(), press[1]) >= 0:
            _pressed.remove(press)
            change(press[0], 1)
    while _open and _poller.poll(0):
        line = sys.stdin.readline()
        if not line:
            _open.clear()
        words = line.split()
        if words:
            _do(*words)


def watch(pin, handler):
    _watchers[pin] = handler


def change(pin, level):
    """As a contact does: the board's interrupt sees each change."""
    pins[pin] = level
    handler = _watchers.get(pin)
    if handler:
        handler()


def _do(what, *more):
    if what == "press":
        change(int(more[0]), 0)
        _pressed.append([int(more[0]), time.ticks_add(time.ticks_ms(), int(more[1])), _LOOKS])
    elif what == "pin":
        change(int(more[0]), int(more[1]))
    elif what == "volts":
        volts[int(more[0])] = int(more[1])
    elif what == "wifi":
        link["up"] = more[0] == "up"
        if len(more) > 1:
            link["status"] = int(more[1])
    elif what == "host":
        hosts[more[0]] = more[1]
    elif what == "dns":
        deaf[:] = [] if more[0] == "up" else ["*"]
    else:
        print("fakes: no such thing as " + what)
