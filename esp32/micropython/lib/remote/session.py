"""One connection to the broker, from the login to its end. The stream is handed in; so is the time, in ms."""

import asyncio

from remote import mqtt

# How long the broker may take to answer, ms: to a login, a message, a ping; and to take bytes.
PATIENCE = 10000
# How often at least to look whether the network is there, ms.
LOOK = 1000


class Refused(Exception):
    """The broker let nobody in: the return code of CONNACK, 1 to 5."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Silent(Exception):
    """No answer in time, to what `args[0]` says."""


class Closed(Exception):
    """The broker closed the connection."""


class LinkLost(Exception):
    """The network went away under the connection."""


class Session:
    """`joined()` tells whether there is a network; `remote.heard(topic, payload, retained)` is called for each message, and
    `remote.forbidden(filter)` for a subscription that the broker refuses."""

    def __init__(self, stream, now, joined, outbox, remote):
        self._stream = stream
        self._now = now
        self._joined = joined
        self._outbox = outbox
        self._remote = remote
        self._parser = mqtt.Parser()
        self._packets = []
        self._buffer = bytearray(256)
        self._acks = []
        self._asked = {}
        self._wake = asyncio.Event()
        self._end = None
        self._keep_alive = 0
        self._spoke = 0
        self._pinged = None

    async def greet(self, hello):
        """Sends the login, which over TLS includes the handshake."""
        await self._send(hello, "the first bytes")

    async def login(self, keep_alive):
        """Waits for the broker's answer. `keep_alive` in seconds."""
        self._keep_alive = keep_alive * 1000
        try:
            kind, _, body = await asyncio.wait_for_ms(self._packet(), PATIENCE)
        except asyncio.TimeoutError:
            raise Silent("the login")
        if kind != mqtt.CONNACK:
            raise mqtt.Broken("a packet of kind %d for a login" % kind)
        if body[1]:
            raise Refused(body[1])

    async def run(self, filters):
        """Until the connection ends, which is always an exception: Closed, Silent, mqtt.Broken, OSError."""
        reading = asyncio.create_task(self._read())
        try:
            if filters:
                self._asked = {1: filters}
                await self._send(mqtt.subscribe(1, filters), "a subscription")
            while True:
                await self._turn()
        finally:
            reading.cancel()

    def wake(self):
        """There is something new in the outbox."""
        self._wake.set()

    async def flush(self):
        """Sends what waits and returns when all of it is acknowledged; for a board that goes to sleep."""
        reading = asyncio.create_task(self._read())
        try:
            while len(self._outbox):
                await self._turn()
        finally:
            reading.cancel()

    async def leave(self):
        await self._send(mqtt.BYE, "goodbye")

    async def _turn(self):
        if self._end:
            raise self._end
        if not self._joined():
            raise LinkLost()
        self._wake.clear()
        if self._acks:
            await self._send(mqtt.ack(self._acks.pop(0)), "an answer")
            return
        message = self._outbox.next(self._now())
        if message:
            await self._send(mqtt.publish(message.topic, message.payload, message.qos, message.retain, message.number), "a message")
            return
        wait = await self._quiet()
        if wait > 0:
            try:
                await asyncio.wait_for_ms(self._wake.wait(), wait)
            except asyncio.TimeoutError:
                pass

    async def _quiet(self):
        """Nothing to send: looks whether answers are overdue and a ping is due. How long to wait at most, ms."""
        now = self._now()
        since = self._outbox.waits_since()
        ends = []
        for began, what in ((since, "a message"), (self._pinged, "a ping")):
            if began is not None:
                if now - began >= PATIENCE:
                    raise Silent(what)
                ends.append(began + PATIENCE - now)
        if self._pinged is None:
            due = self._spoke + self._keep_alive // 2 - now
            if due <= 0:
                self._pinged = now
                await self._send(mqtt.PING, "a ping")
                return 0
            ends.append(due)
        return min(min(ends), LOOK)

    async def _send(self, data, what):
        self._stream.write(data)
        try:
            await asyncio.wait_for_ms(self._stream.drain(), PATIENCE)
        except asyncio.TimeoutError:
            raise Silent(what)
        self._spoke = self._now()

    async def _packet(self):
        while not self._packets:
            count = await self._stream.readinto(self._buffer)
            if count is None:
                continue
            if count == 0:
                raise Closed()
            self._packets = self._parser.feed(memoryview(self._buffer)[:count])
        return self._packets.pop(0)

    async def _read(self):
        try:
            while True:
                kind, flags, body = await self._packet()
                self._take(kind, flags, body)
        except asyncio.CancelledError:
            raise
        except Exception as end:
            self._end = end
            self._wake.set()

    def _take(self, kind, flags, body):
        if kind == mqtt.PUBLISH:
            topic, payload, retained, number = mqtt.published(flags, body)
            if number:
                self._acks.append(number)
            self._remote.heard(topic, payload, retained)
        elif kind == mqtt.PUBACK:
            self._outbox.acknowledged(body[0] << 8 | body[1])
        elif kind == mqtt.PINGRESP:
            self._pinged = None
        elif kind == mqtt.SUBACK:
            self._granted(body)
        else:
            raise mqtt.Broken("a packet of kind %d" % kind)
        self._wake.set()

    def _granted(self, body):
        if len(body) < 2:
            raise mqtt.Broken("a subscription's answer of %d bytes" % len(body))
        filters = self._asked.pop(body[0] << 8 | body[1], ())
        for asked, code in zip(filters, body[2:]):
            if code > 2:
                self._remote.forbidden(asked)
