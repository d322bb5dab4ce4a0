"""Pins with the world's levels, a clock that is the desktop's own, and a power switch that ends the process."""

import os
import sys
import time

import world

PWRON_RESET = 1
HARD_RESET = 2
WDT_RESET = 3
DEEPSLEEP_RESET = 4
SOFT_RESET = 5
EXT0_WAKE = 2
EXT1_WAKE = 3
TIMER_WAKE = 4
# The environment says what woke the board: pin or timer. What the clock chip remembers is in the file `rtc`.
_woke = os.getenv("WOKE")
_began = time.ticks_ms()


class Pin:
    IN = 1
    OUT = 3
    PULL_UP = 2
    PULL_DOWN = 1
    IRQ_RISING = 1
    IRQ_FALLING = 2

    def __init__(self, number, mode=IN, pull=None, value=None, **more):
        self.number = number
        if value is not None:
            world.pins[number] = value
        elif number not in world.pins:
            world.pins[number] = 1 if pull == Pin.PULL_UP else 0

    def value(self, level=None):
        if level is not None:
            world.pins[self.number] = level
            return None
        world.look()
        return world.pins[self.number]

    __call__ = value

    def init(self, *more, **named):
        pass

    def irq(self, handler=None, *more, **named):
        world.watch(self.number, handler and (lambda: handler(self)))


class ADC:
    """Millivolts at its pin by `volts`, in the world."""

    ATTN_11DB = 3

    def __init__(self, pin, atten=None):
        self._pin = pin.number

    def read_uv(self):
        world.look()
        return world.volts.get(self._pin, 0) * 1000


class SoftI2C:
    """Leads to the world's devices by their addresses; nobody there is errno 19, as on a board."""

    def __init__(self, scl, sda, freq):
        pass

    def _device(self, address):
        if address not in world.devices:
            raise OSError(19)
        return world.devices[address]

    def writeto(self, address, data):
        self._device(address).write(bytes(data))

    def readfrom(self, address, count):
        return self._device(address).read(count)

    def writeto_mem(self, address, register, data):
        self._device(address).write(bytes((register,)) + bytes(data))

    def readfrom_mem(self, address, register, count):
        self._device(address).write(bytes((register,)))
        return self._device(address).read(count)


class WDT:
    def __init__(self, timeout):
        print("fakes: watchdog %d" % timeout)

    def feed(self):
        world.fed.append(time.ticks_ms())


class RTC:
    def datetime(self, to=None):
        if to is None:
            return time.gmtime()
        print("fakes: the clock is set to %s" % (to,))

    def memory(self, to=None):
        if to is not None:
            with open("rtc", "wb") as file:
                file.write(to)
            return None
        try:
            with open("rtc", "rb") as file:
                return file.read() if _woke else b""
        except OSError:
            return b""


def reset():
    print("fakes: restart")
    sys.exit(3)


def deepsleep(ms=None):
    print("fakes: sleeps %s after %d ms" % ("for ever" if ms is None else "%d ms" % ms, time.ticks_diff(time.ticks_ms(), _began)))
    sys.exit(0)


def reset_cause():
    return DEEPSLEEP_RESET if _woke else PWRON_RESET


def wake_reason():
    return {"pin": EXT1_WAKE, "timer": TIMER_WAKE}.get(_woke, 0)


def unique_id():
    return b"\x02\x00\x00\x00\x00\x01"
