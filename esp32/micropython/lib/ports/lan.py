"""The way to lamps without broker or bridge: datagrams on the LAN, each sent up to three times until it is answered."""

import asyncio
import os
import select
import socket
import struct

from remote import lifx

TRIES = 3
# How long an answer may take, ms.
ANSWER = 250


class Lan:
    """`settings` are those of `remote.lifx`."""

    def __init__(self, settings):
        self._settings = settings

    async def do(self, action):
        """
        (whether a lamp took it, the command that is left for the broker or None): all of it at once where no lamp is named for it or it
        cannot be done this way.
        """
        lamps = self._settings.meant(action.to)
        wish = lifx.wish(action.command)
        if not lamps or not wish:
            return False, action.command
        exchange = Exchange()
        try:
            states = await self._look(wish, lamps, exchange)
            any_on = any(state[0] for state in states.values())
            taken = await self._tell({lamp: lifx.plan(wish, *state, any_on) for lamp, state in states.items()}, exchange)
        finally:
            exchange.close()
        for lamp in lamps:
            print("lan: %s %s" % (lifx.name(lamp), "took it" if lamp in taken else "does not answer"))
        if len(taken) == len(lamps):
            return True, None
        goals = [lifx.goal(wish, *state, any_on) for state in states.values()]
        return bool(taken), lifx.left(action.command, goals, len(lamps))

    async def _look(self, wish, lamps, exchange):
        """What the lamps show, of those that say so: {lamp: (is on, level)}."""
        if not wish.asks():
            return {lamp: (False, 0) for lamp in lamps}
        answers = await exchange.all(((lamp, lifx.LIGHT_GET, b"") for lamp in lamps), lifx.STATE, lifx.LIGHT_STATE)
        states = {lamp: lifx.shows(payload) for lamp, payload in answers.items()}
        return {lamp: state for lamp, state in states.items() if state}

    async def _tell(self, plans, exchange):
        """Those that acknowledged all of their plan."""
        taken = list(plans)
        for step in range(2):
            messages = [(lamp,) + plans[lamp][step] for lamp in taken if step < len(plans[lamp])]
            acknowledged = await exchange.all(messages, lifx.ACK, lifx.ACKNOWLEDGEMENT)
            taken = [lamp for lamp in taken if step >= len(plans[lamp]) or lamp in acknowledged]
        return taken


class Exchange:
    """Messages and their answers, on a socket of its own."""

    def __init__(self):
        self._source = struct.unpack("<I", os.urandom(4))[0] | 2
        self._sequence = 0
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._poller = select.poll()
        self._poller.register(self._socket, select.POLLIN)

    def close(self):
        self._socket.close()

    async def all(self, messages, answer, kind):
        """Sends each (lamp, kind, payload) until it is answered by that kind, all at the same time: {lamp: payload of the answer}."""
        waiting, answers = {}, {}
        for lamp, sent, payload in messages:
            self._sequence = self._sequence + 1 & 255
            waiting[lamp.serial, self._sequence] = lamp, lifx.packet(lamp, sent, payload, self._source, self._sequence, answer)
        for _ in range(TRIES):
            for lamp, packet in waiting.values():
                self._send(lamp, packet)
            await self._hear(waiting, kind, answers)
            if not waiting:
                break
        return answers

    def _send(self, lamp, packet):
        try:
            self._socket.sendto(packet, socket.getaddrinfo(lamp.address, lamp.port)[0][-1])
        except OSError:
            pass  # no route, no memory: it is not answered, and sent again

    async def _hear(self, waiting, kind, answers):
        for _ in range(ANSWER // 5):
            while waiting and self._poller.poll(0):
                self._take(waiting, kind, answers)
            if not waiting:
                return
            await asyncio.sleep_ms(5)

    def _take(self, waiting, kind, answers):
        try:
            data = self._socket.recv(256)
        except OSError:
            return  # such as "nothing listens there", told by the lamp's machine
        found = lifx.answered(data, self._source)
        if found and found[2] == kind and found[:2] in waiting:
            lamp, _ = waiting.pop(found[:2])
            answers[lamp] = found[3]
