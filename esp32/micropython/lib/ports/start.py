"""Reads the settings, builds the parts and runs them: the one place where all of them meet."""

import asyncio
import binascii
import os
import random
import sys

import boards
import machine
from ports import heap, net
from ports.clock import Clock
from ports.store import Store, exists, read
from remote import VERSION
from remote import settings as all_settings
from remote.check import Wrong
from remote.core import Remote
from remote.status import SETUP, Status


# How long a part that failed rests, ms.
ANEW = 10000


class Ports:
    """What the remote is given of the board."""

    def __init__(self, wifi, store, model):
        self.clock = Clock()
        self.wifi = wifi
        self.net = net
        self.heap = heap
        self.store = store
        self.model = model
        self.random = random.random
        self.restart = machine.reset


def load(folder=""):
    """(what stands in config.json, Settings with what is wished for); Wrong where config.json is not right."""
    config = read(folder + "config.json")
    if config is None:
        raise Wrong("", "is %s" % ("not right JSON: a comma, a quote or a bracket is missing" if exists(folder + "config.json") else "not on the board"))
    settings = all_settings.parse(config)
    try:
        return config, all_settings.wished(config, Store(folder).wishes())[1]
    except Wrong as wrong:
        # Such as wishes from before an update. Better without them than without the board.
        print("wishes.json: %s; goes on without" % wrong)
        return config, settings


def board_of(settings):
    return boards.load(settings.board or boards.guess(sys.implementation._machine))


async def run():
    """For ever, or until config.json turns out wrong."""
    print("lamplighter remote " + VERSION)
    status = Status()
    try:
        config, settings = load()
        board = board_of(settings)
    except Wrong as wrong:
        print("config.json: %s" % wrong)
        return
    except ImportError:
        print("config.json: board: there is no boards/%s.py" % settings.board)
        return
    if not settings.ssid:
        status.now(SETUP)
        from ports import portal

        await portal.run(status)
    elif settings.battery:
        from ports import nap

        await nap.run(settings, board)
    else:
        await _awake(config, settings, board, status)


async def _awake(config, settings, board, status):
    from ports.wifi import Wifi

    ports = Ports(Wifi(settings), Store(), board.MODEL)
    remote = Remote(config, settings, ports, status, binascii.hexlify(os.urandom(4)).decode())
    ended = []
    for part in _lasting(settings, board, remote, status) + [remote]:
        asyncio.create_task(_to_the_end(part, ended, remote.changed))
    while True:
        remote.use_lan(_lan(remote.settings))
        parts = [asyncio.create_task(_again_and_again(part)) for part in _parts(remote.settings, board, remote, status)]
        await remote.changed.wait()
        remote.changed.clear()
        if ended:
            raise ended[0]
        for part in parts:
            part.cancel()
        # They free their pins before others take them.
        await asyncio.sleep_ms(0)


async def _to_the_end(part, ended, event):
    """Without this part the board is none: what ends it ends all, and main.py restarts the board."""
    try:
        await part.run()
    except Exception as error:
        ended.append(error)
        event.set()


async def _again_and_again(part):
    """A part that fails begins anew, and the others go on meanwhile: it may be what was wished for from afar, and is to be mended from there."""
    while True:
        try:
            return await part.run()
        except Exception as error:
            print("%s: %r; begins anew in %d s" % (part.__class__.__name__, error, ANEW // 1000))
        await asyncio.sleep_ms(ANEW)


def _lan(settings):
    if not settings.fallback:
        return None
    from ports.lan import Lan

    return Lan(settings.fallback)


def _lasting(settings, board, remote, status):
    """What stays as it is while settings change."""
    parts = []
    if settings.update:
        from ports.update import Update

        parts.append(Update(settings.update, remote))
    if settings.watchdog:
        from ports.watchdog import Watchdog

        parts.append(Watchdog(settings.watchdog))
    return parts


def _parts(settings, board, remote, status):
    from ports import inputs

    pins = inputs.Pins(board)
    parts = inputs.build(settings, board, remote.emit, pins)
    if settings.led:
        from ports.led import build

        parts += build(settings.led, board, status, pins)
    return parts
