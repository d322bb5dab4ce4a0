"""The light that tells how the board fares."""

import asyncio
import time

from machine import Pin
from remote.led import colour, is_error, is_lit

# How often it may change, ms.
LOOK = 50


def build(settings, board, status, pins):
    """A list of it, empty where its pin cannot be had. `settings` are those of `remote.led`; what they leave open the board says."""
    pin = board.LED if settings.pin is None else settings.pin
    if pin is None:
        print("led: pin is not set, and %s has none of its own" % board.MODEL)
        return []
    if not pins.free("led", pin):
        return []
    if settings.kind == "ws2812":
        return pins.made("led", lambda: Led(Coloured(pin), status))
    return pins.made("led", lambda: Led(Plain(pin, board.LED_ON if settings.lit is None else settings.lit), status))


class Led:
    def __init__(self, light, status):
        self._light = light
        self._status = status

    async def run(self):
        shown, since = None, time.ticks_ms()
        try:
            while True:
                wanted = self._status.word, is_error(self._status)
                if wanted != shown:
                    shown, since = wanted, time.ticks_ms()
                self._light.show(is_lit(*wanted, time.ticks_diff(time.ticks_ms(), since)), colour(*wanted))
                await asyncio.sleep_ms(LOOK)
        finally:
            self._light.show(False, None)


class Plain:
    def __init__(self, pin, lit):
        self._lit = lit
        self._pin = Pin(pin, Pin.OUT, value=1 - lit)

    def show(self, on, colour):
        self._pin.value(self._lit if on else 1 - self._lit)


class Coloured:
    def __init__(self, pin):
        from neopixel import NeoPixel

        self._pixel = NeoPixel(Pin(pin, Pin.OUT), 1)
        self._shown = None

    def show(self, on, colour):
        wanted = colour if on else (0, 0, 0)
        if wanted != self._shown:
            self._pixel[0] = self._shown = wanted
            self._pixel.write()
