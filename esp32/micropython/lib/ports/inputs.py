"""Builds what hangs on the board from its settings: buttons, knobs, sensors."""

import asyncio
import time

from machine import Pin
from remote.turns import Quadrature

# How often contacts are looked at, ms.
LOOK = 5


def build(settings, board, emit, pins=None):
    """Parts with an endless `async def run()`; each tells what happens by `emit(kind, number, event)`."""
    clock = Clock()
    pins = pins or Pins(board)
    parts = []
    buttons = [each for each in settings.buttons if pins.free("button %d" % each.number, each.pin)]
    if buttons:
        parts.append(Buttons(buttons, board, clock, emit))
    for knob in settings.knobs:
        if pins.free("knob %d" % knob.number, *knob.pins):
            parts += pins.made("knob %d" % knob.number, Knob, knob, board, clock, emit)
    if settings.sensors:
        from ports.sensors import build as sensors

        parts += sensors(settings.sensors, pins, clock, emit)
    return parts


class Pins:
    """Which are given away. A part whose pin cannot be had is left out, and the rest works."""

    def __init__(self, board):
        self._board = board
        self._given = {}

    def free(self, who, *pins, shared=False):
        """Gives them to that part, or says why not. Those that are `shared` may be had by others that share them."""
        for pin in pins:
            before = self._given.get(pin)
            if pin >= self._board.PINS or pin in self._board.TAKEN:
                print("%s: pin %d is not to be had on %s" % (who, pin, self._board.MODEL))
                return False
            if before and not (shared and before[1]):
                print("%s: pin %d belongs to %s" % (who, pin, before[0]))
                return False
        for pin in pins:
            self._given[pin] = (who, shared)
        return True

    def made(self, who, make, *more):
        """A list of the part that `make` builds, empty where the board refuses: a wrong wish must not keep it from hearing the next one."""
        try:
            return [make(*more)]
        except (ValueError, OSError, ImportError) as error:
            print("%s: cannot be had on %s: %s" % (who, self._board.MODEL, error))
            return []

    def measures(self, who, pin):
        """Whether it measures voltages while Wi-Fi is on."""
        if pin in self._board.ADC:
            return self.free(who, pin)
        print("%s: pin %d measures no voltage on %s; these do: %s" % (who, pin, self._board.MODEL, ", ".join(str(each) for each in self._board.ADC)))
        return False


class Clock:
    """Ms since it was made, which do not wrap as ticks do."""

    def __init__(self):
        self._last = time.ticks_ms()
        self._gone = 0

    def now(self):
        ticks = time.ticks_ms()
        self._gone += time.ticks_diff(ticks, self._last)
        self._last = ticks
        return self._gone


def contact(number, pull, board):
    """A pin to be read. Some have no pull resistors: what hangs there brings its own."""
    pulls = {"up": Pin.PULL_UP, "down": Pin.PULL_DOWN, "none": None}
    return Pin(number, Pin.IN, None if number in board.NO_PULL else pulls[pull])


class Buttons:
    """All of them in one loop, each by itself."""

    def __init__(self, buttons, board, clock, emit):
        self._buttons = buttons
        self._board = board
        self._clock = clock
        self._emit = emit

    async def run(self):
        watched = [self._watched(button) for button in self._buttons]
        while True:
            now = self._clock.now()
            for button, pin, debounce, clicks in watched:
                pressed = debounce.update(_is_pressed(button, pin), now)
                for event in clicks.update(pressed, now):
                    self._emit("button", button.number, {"event_type": event})
            await asyncio.sleep_ms(LOOK)

    def _watched(self, button):
        pin = contact(button.pin, button.pull, self._board)
        return (button, pin) + button.watch(_is_pressed(button, pin))


def _is_pressed(button, pin):
    return pin.value() == (button.active == "high")


class Knob:
    """Its contacts change faster than a loop looks: an interrupt counts, the loop reckons and tells."""

    def __init__(self, knob, board, clock, emit):
        self._knob = knob
        self._clock = clock
        self._emit = emit
        pins = reversed(knob.pins) if knob.reverse else knob.pins
        self._a, self._b = [contact(pin, knob.pull, board) for pin in pins]
        self._quadrature = Quadrature(knob.detent, self._a.value(), self._b.value())
        # Only the interrupt writes it, so that none is lost between the two.
        self._turned = 0

    def _changed(self, pin):
        self._turned += self._quadrature.update(self._a.value(), self._b.value())

    async def run(self):
        pace, seen = self._knob.pace(), 0
        try:
            for pin in (self._a, self._b):
                pin.irq(self._changed, Pin.IRQ_RISING | Pin.IRQ_FALLING)
            while True:
                now, turned = self._clock.now(), self._turned
                for _ in range(abs(turned - seen)):
                    pace.turned(1 if turned > seen else -1, now)
                seen = turned
                steps = pace.due(now)
                if steps:
                    self._emit("knob", self._knob.number, {"event_type": "turn", "steps": steps})
                await asyncio.sleep_ms(LOOK)
        finally:
            for pin in (self._a, self._b):
                pin.irq(None)
