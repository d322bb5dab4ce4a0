"""Time: how much has gone by, and what the clock says."""

import asyncio
import select
import socket
import struct
import time

import machine
from ports.net import look_up

# MicroPython on ESP32 counts from 2000; a clock before 2024 has never been set.
_SET = 2024
_NTP_TO_2000 = 3155673600
# 2024-01-01 in seconds since 2000.
_LEAST = 757382400
_ANSWER = 2000
_AGAIN = 3600000


class Clock:
    def __init__(self):
        self._last = time.ticks_ms()
        self._gone = 0
        self._asked = None
        self._doubted = False

    def now(self):
        """Ms since the start. Does not wrap as ticks do, as long as it is asked once in six days."""
        ticks = time.ticks_ms()
        self._gone += time.ticks_diff(ticks, self._last)
        self._last = ticks
        return self._gone

    def is_set(self):
        return time.gmtime()[0] >= _SET and not self._doubted

    def doubt(self):
        """A certificate that is not valid yet says that the clock is wrong: the next `set` asks at once."""
        self._doubted = True
        self._asked = None

    async def set(self, server):
        """Asks an NTP server where the clock was never set. Takes 2 s at most for the answer, and gives up for an hour: nothing waits for it."""
        if self.is_set() or self._asked is not None and self.now() - self._asked < _AGAIN:
            return
        self._asked = self.now()
        try:
            seconds = await self._ask(server)
        except OSError:
            seconds = None
        if seconds is None or seconds < _LEAST:
            print("clock: %s does not answer; it stays at %d, which the broker's own certificates allow" % (server, time.gmtime()[0]))
            return
        year, month, day, hour, minute, second, weekday, _ = time.gmtime(seconds + _epoch())
        machine.RTC().datetime((year, month, day, weekday, hour, minute, second, 0))
        self._doubted = False
        print("clock: %04d-%02d-%02d %02d:%02d:%02d UTC" % (year, month, day, hour, minute, second))

    async def _ask(self, server):
        """Seconds since 2000, or None."""
        address = socket.getaddrinfo(look_up(server), 123)[0][-1]
        asking = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            asking.setblocking(False)
            asking.sendto(b"\x1b" + bytes(47), address)
            poller = select.poll()
            poller.register(asking, select.POLLIN)
            began = self.now()
            while self.now() - began < _ANSWER:
                if poller.poll(0):
                    answer = asking.recv(48)
                    return time_of(answer)
                await asyncio.sleep_ms(20)
        finally:
            asking.close()


def time_of(answer):
    """Seconds since 2000, or None where the server has no time itself, which its stratum says. Its own count begins anew in February 2036."""
    if len(answer) != 48 or not answer[1]:
        return None
    seconds = struct.unpack("!I", answer[40:44])[0] - _NTP_TO_2000
    return seconds if seconds >= 0 else seconds + (1 << 32)


def _epoch():
    """What time.time() says at 2000-01-01: nothing on a board, more where the count begins in 1970."""
    return time.mktime((2000, 1, 1, 0, 0, 0, 5, 1, 0)) if time.gmtime(0)[0] < 2000 else 0
