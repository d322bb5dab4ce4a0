"""Keeps the board at the broker: Wi-Fi, then one attempt after the other, then one connection for as long as it lasts."""

import asyncio

from remote import errors, link, mqtt, numbers
from remote.names import Names
from remote.session import Session
from remote.status import BROKER, OK, WIFI


class Client:
    """`ports` has clock, wifi, net and heap; `remote` is told of what comes and goes: `greeting()`, `filters()`, `heard(...)`, `forbidden(filter)`."""

    def __init__(self, settings, ports, remote, outbox, status, say):
        self._settings = settings
        self._ports = ports
        self._remote = remote
        self._outbox = outbox
        self._status = status
        self._say = say
        self._names = Names(settings.host, ports.store.address())
        self._session = None
        self.link = link.Link(ports.random, ports.clock.now(), settings.restart_after)

    def is_in(self):
        return self._session is not None

    def wake(self):
        if self._session:
            self._session.wake()

    async def run(self):
        while True:
            todo, wait = self.link.next(self._ports.clock.now(), self._ports.wifi.joined())
            if todo == link.JOIN:
                self._join()
            elif todo == link.RESTART:
                self._say("no broker for long: restarts")
                self._ports.restart()
            elif todo == link.CONNECT:
                await self._attempt()
                continue
            await asyncio.sleep_ms(wait)

    async def leave(self):
        """Says goodbye, so that the last will is not told."""
        if self._session:
            await self._session.leave()

    def _join(self):
        why = numbers.WIFI.get(self._ports.wifi.why())
        if why:
            self._status.wrong(*why)
        self._status.now(WIFI)
        try:
            self._ports.wifi.join()
        except (OSError, RuntimeError) as error:
            self._status.wrong("wifi", "the radio says %s; it is tried again" % error)

    async def _attempt(self):
        self._status.now(BROKER)
        self._step = errors.LOOKUP
        stream = None
        try:
            await self._clock()
            address = self._names.address(self._ports.net.look_up)
            self._step = errors.TCP
            stream = await self._open(address)
            session = Session(stream, self._ports.clock.now, self._ports.wifi.joined, self._outbox, self._remote)
            await self._login(session, stream)
            self._let_in(session, address)
            await session.run(self._remote.filters())
        except asyncio.CancelledError:
            raise
        except Exception as error:
            self._failed(error)
        finally:
            self._session = None
            self._outbox.back()
            if stream:
                await self._ports.net.close(stream)

    async def _clock(self):
        if self._settings.tls and self._settings.ntp:
            await self._ports.clock.set(self._settings.ntp)

    async def _open(self, address):
        settings = self._settings
        if not settings.tls:
            return await self._ports.net.plain(address, settings.port)
        self._say("memory before TLS: " + self._ports.heap.words())
        plain = await self._ports.net.connect(address, settings.port)
        self._step = errors.TLS
        return self._ports.net.secure(plain, settings.ca, settings.host)

    async def _login(self, session, stream):
        settings = self._settings
        self._step = errors.TLS if settings.tls else errors.LOGIN
        will = self._remote.topics.own("state"), b"offline"
        await session.greet(mqtt.hello(settings.name, settings.username, settings.password, settings.keep_alive, will))
        if settings.tls:
            self._say("memory in TLS: %s; %s %s" % ((self._ports.heap.words(),) + self._ports.net.suite(stream)))
        self._step = errors.LOGIN
        await session.login(settings.keep_alive)

    def _let_in(self, session, address):
        self._step = errors.UP
        self._session = session
        self.link.let_in(self._ports.clock.now())
        self._status.well()
        if self._names.led(address):
            self._keep(address)
        self._status.now(OK)
        self._remote.greeting()

    def _keep(self, address):
        try:
            self._ports.store.keep_address(address)
        except OSError as error:
            self._say("the broker's address is not kept: the flash says %s" % error)

    def _failed(self, error):
        if self._step in (errors.LOOKUP, errors.TCP, errors.TLS):
            self._names.failed()
        word, sentence = errors.explain(error, self._step)
        if word == "tls-clock":
            self._ports.clock.doubt()
        self._status.wrong(word, sentence)
        self._status.now(BROKER if self._ports.wifi.joined() else WIFI)
        self.link.failed(self._ports.clock.now())
