"""Deep sleep: what is kept over it, what ends it."""

import json

import esp32
import machine
from remote.battery import PIN, START, TIMER


def recall():
    """What `rest` was given the last time, or {} after power was cut."""
    try:
        known = json.loads(machine.RTC().memory())
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}


def woke_by():
    if machine.reset_cause() != machine.DEEPSLEEP_RESET:
        return START
    return TIMER if machine.wake_reason() == machine.TIMER_WAKE else PIN


def rest(memory, buttons, every, board):
    """Sleeps until one of the buttons is pressed or `every` ms have gone by (0: never by time). Does not come back."""
    machine.RTC().memory(json.dumps(memory).encode())
    pins = [button.pin for button in buttons if _wakes(button, board)]
    if pins:
        _wake_on(pins, buttons[0].active == "high")
    machine.deepsleep(*([every] if every else []))


def _wakes(button, board):
    """The chip refuses to sleep for the sake of other pins."""
    if button.pin not in board.WAKE:
        print("sleep: pin %d cannot wake %s; these can: %s" % (button.pin, board.MODEL, ", ".join(str(pin) for pin in board.WAKE)))
    return button.pin in board.WAKE


def _wake_on(pins, high):
    pull = machine.Pin.PULL_DOWN if high else machine.Pin.PULL_UP
    pins = [machine.Pin(pin, machine.Pin.IN, pull) for pin in pins]
    if hasattr(esp32, "wake_on_gpio"):
        esp32.wake_on_gpio(pins, esp32.WAKEUP_ANY_HIGH if high else esp32.WAKEUP_ALL_LOW)
    elif hasattr(esp32, "wake_on_ext1"):
        esp32.wake_on_ext1(pins, esp32.WAKEUP_ANY_HIGH if high else esp32.WAKEUP_ALL_LOW)
    else:
        print("sleep: this firmware cannot wake this chip by a pin; take a newer MicroPython")


def is_pressed(button):
    high = button.active == "high"
    pin = machine.Pin(button.pin, machine.Pin.IN, machine.Pin.PULL_DOWN if high else machine.Pin.PULL_UP)
    return pin.value() == (1 if high else 0)
