"""A board on a battery: wakes up, says what there is to say in one connection, sleeps. The short way is what it knows from the last time."""

import asyncio
import binascii
import os
import random

from ports import heap, net, sleep
from ports.clock import Clock
from ports.wifi import Wifi
from remote import errors, mqtt
from remote.battery import PIN, SHORT_WAY, START, STUCK, Woken, woken_by
from remote.core import Remote
from remote.names import Names
from remote.outbox import Outbox
from remote.session import Session
from remote.status import Status

# How long sensors may take for their first values, ms.
MEASURING = 3000


class Memory:
    """What is kept over sleep, with the face of `Store`: the access point, the broker's address, the last error, what came too late."""

    def __init__(self, kept):
        self.kept = kept

    def address(self):
        return self.kept.get("address")

    def keep_address(self, address):
        self.kept["address"] = address

    def wishes(self):
        return {}


class Nap:
    def __init__(self, settings, board, kept, woke_by):
        self._settings = settings
        self._board = board
        self._woke_by = woke_by
        self.memory = Memory(kept)
        self.clock = Clock()
        self.net = net
        self.heap = heap
        self.store = self.memory
        self.model = board.MODEL
        self.random = random.random
        self.restart = None
        self.wifi = Wifi(settings, kept.get("ap"))
        self._outbox = Outbox()
        self._status = Status()
        self._status.error = kept.get("error")
        boot = binascii.hexlify(os.urandom(4)).decode()
        self._remote = Remote({}, settings, self, self._status, boot, outbox=self._outbox)

    async def run(self):
        """Says all there is to say; joins while the press still goes on."""
        self.wifi.join()
        saying = asyncio.create_task(self._what())
        stream = None
        self._step = errors.TCP
        try:
            await self._join()
            stream, session = await self._connect()
            await saying
            await session.flush()
            self.memory.kept.pop("error", None)
            self._remember()
            await session.leave()
        except (Exception, asyncio.CancelledError) as error:
            self._failed(error)
        finally:
            if stream:
                await net.close(stream)
            self._count()

    async def _what(self):
        if self._woke_by == PIN:
            await self._presses()
            return
        if self._woke_by == START:
            # Now there is time: it tells who it is, and stays online for all who look, since it never leaves without a goodbye.
            self._remote.greeting()
        await self._measure()

    async def _presses(self):
        woken = [Woken(button) for button in woken_by(self._settings.buttons, sleep.is_pressed)]
        while not all(each.is_over(self.clock.now()) for each in woken):
            for each in woken:
                for event in each.update(sleep.is_pressed(each.button), self.clock.now()):
                    self._remote.emit("button", each.button.number, {"event_type": event})
            await asyncio.sleep_ms(5)

    async def _measure(self):
        if not self._settings.sensors:
            return
        from ports import inputs

        seen = []
        told = asyncio.Event()

        def emit(kind, number, event, age=0):
            self._remote.emit(kind, number, event, age)
            seen.extend(event)
            if all(word in seen for sensor in self._settings.sensors for word in sensor.describe()):
                told.set()

        parts = [asyncio.create_task(part.run()) for part in inputs.build(self._settings, self._board, emit)]
        try:
            await asyncio.wait_for_ms(told.wait(), MEASURING)
        except asyncio.TimeoutError:
            pass  # what there is by now has to do
        for part in parts:
            part.cancel()

    async def _join(self):
        began = self.clock.now()
        while not self.wifi.joined():
            if self.memory.kept.get("ap") and self.clock.now() - began > SHORT_WAY:
                # It may stand behind another access point now.
                self.memory.kept.pop("ap")
                self.wifi.join()
            await asyncio.sleep_ms(10)

    def _remember(self):
        """The access point, for the next time; once all is said, since a scan takes seconds."""
        if self._woke_by == START or not self.memory.kept.get("ap"):
            self.memory.kept["ap"] = self.wifi.seen()

    async def _connect(self):
        names = Names(self._settings.host, self.memory.address())
        try:
            address, sock = await self._socket(names)
        except OSError:
            names.failed()
            address, sock = await self._socket(names)
        self._step = errors.TLS if self._settings.tls else errors.LOGIN
        settings = self._settings
        stream = net.secure(sock, settings.ca, settings.host) if settings.tls else asyncio.StreamWriter(sock, {})
        session = Session(stream, self.clock.now, self.wifi.joined, self._outbox, self._remote)
        await session.greet(mqtt.hello(settings.name, settings.username, settings.password, 60))
        self._step = errors.LOGIN
        await session.login(60)
        self._step = errors.UP
        names.led(address)
        self.memory.keep_address(address)
        return stream, session

    async def _socket(self, names):
        self._step = errors.LOOKUP
        address = names.address(net.look_up)
        self._step = errors.TCP
        return address, await net.connect(address, self._settings.port)

    def _failed(self, error):
        if isinstance(error, asyncio.CancelledError):
            word, sentence = "awake", "not done within battery.awake; sleeps nevertheless"
        else:
            word, sentence = errors.explain(error, self._step)
        self._status.wrong(word, sentence)
        self.memory.kept["error"] = word

    def _count(self):
        kept = self.memory.kept
        kept["lost"] = kept.get("lost", 0) + len(self._outbox) + sum(self._remote.counts())


async def run(settings, board):
    kept = sleep.recall()
    # Awake only to see whether the button that was stuck is free again.
    if not (kept.pop("stuck", False) and sleep.woke_by() != PIN):
        try:
            await asyncio.wait_for_ms(Nap(settings, board, kept, sleep.woke_by()).run(), settings.battery.awake)
        except asyncio.TimeoutError:
            pass  # it has said so
        except (OSError, RuntimeError) as error:
            print("battery: Wi-Fi does not start (%s); sleeps nevertheless" % error)
    if any(sleep.is_pressed(button) for button in settings.buttons):
        kept["stuck"] = True
        sleep.rest(kept, [], STUCK, board)
    sleep.rest(kept, settings.buttons, settings.battery.every, board)
