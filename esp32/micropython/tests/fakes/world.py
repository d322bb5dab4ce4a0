"""What the fakes stand in: pins, a network, a power switch. The test writes one line for each thing it does to them, on stdin."""

import select
import sys
import time

pins = {}
# Presses that go on: (pin, when it is let go).
_pressed = []
# up or down: whether the access point is there; status: what wlan.status() says while it is not.
link = {"up": True, "status": 201, "rssi": -55}
# Names that the resolver of this network does not answer for; "*" for all.
deaf = []
_poller = select.poll()
_poller.register(sys.stdin, select.POLLIN)
_open = [True]


def look():
    """Takes the lines that have come, and lets go what was pressed for long enough."""
    for press in [each for each in _pressed if time.ticks_diff(time.ticks_ms(), each[1]) >= 0]:
        _pressed.remove(press)
        pins[press[0]] = 1
    while _open and _poller.poll(0):
        line = sys.stdin.readline()
        if not line:
            _open.clear()
        words = line.split()
        if words:
            _do(*words)


def _do(what, *more):
    if what == "press":
        pins[int(more[0])] = 0
        _pressed.append((int(more[0]), time.ticks_add(time.ticks_ms(), int(more[1]))))
    elif what == "pin":
        pins[int(more[0])] = int(more[1])
    elif what == "wifi":
        link["up"] = more[0] == "up"
        if len(more) > 1:
            link["status"] = int(more[1])
    elif what == "dns":
        deaf[:] = [] if more[0] == "up" else ["*"]
    else:
        print("fakes: no such thing as " + what)
