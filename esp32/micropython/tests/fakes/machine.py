"""Pins with the world's levels, a clock that is the desktop's own, and a power switch that ends the process."""

import sys
import time

import world

PWRON_RESET = 1
HARD_RESET = 2
WDT_RESET = 3
DEEPSLEEP_RESET = 4
SOFT_RESET = 5


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

    def irq(self, *more, **named):
        pass


class RTC:
    def datetime(self, to=None):
        if to is None:
            return time.gmtime()
        print("fakes: the clock is set to %s" % (to,))


def reset():
    print("fakes: restart")
    sys.exit(3)


def reset_cause():
    return PWRON_RESET


def unique_id():
    return b"\x02\x00\x00\x00\x00\x01"
