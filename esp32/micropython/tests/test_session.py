"""One connection, against a broker of a few lines on a real socket that can be told to misbehave."""

import asyncio
import random
import socket

from expect import equal, has, true
from remote import mqtt
from remote.outbox import Message, Outbox
from remote.session import Closed, LinkLost, Refused, Session, Silent


class Broker:
    """`answer`: bytes in the place of CONNACK; `grants`: the codes of SUBACK; `acks`: whether messages and pings are answered."""

    def __init__(self, answer=b"\x20\x02\x00\x00", grants=b"\x01", acks=True):
        self.answer = answer
        self.grants = grants
        self.acks = acks
        self.kinds = []
        self.messages = []
        self.stream = None

    async def serve(self, stream, _):
        self.stream = stream
        parser = Everything()
        while True:
            try:
                data = await stream.read(256)
            except OSError:
                return  # a test has closed it
            if not data:
                return
            for kind, flags, body in parser.feed(data):
                self.kinds.append(kind)
                stream.write(self.reply(kind, flags, body))
                await stream.drain()

    def reply(self, kind, flags, body):
        if kind == 1:
            return self.answer
        if kind == 8:
            return b"\x90" + bytes((2 + len(self.grants),)) + body[:2] + self.grants
        if kind == 3:
            topic, payload, _, number = mqtt.published(flags, body)
            self.messages.append((topic, payload))
            return mqtt.ack(number) if self.acks and number else b""
        return b"\xd0\x00" if kind == 12 and self.acks else b""


class Everything(mqtt.Parser):
    """Takes what clients send, too."""

    def _head(self):
        held = self._held
        return (held[0], held[1], 2) if len(held) > 1 else None


class Remote:
    def __init__(self):
        self.got = []
        self.refused = []

    def heard(self, topic, payload, retained):
        self.got.append((topic, payload, retained))

    def forbidden(self, asked):
        self.refused.append(asked)


class Time:
    """Goes as fast as the test wants it to."""

    def __init__(self):
        self.now = 0
        self.joined = True


async def until(what):
    for _ in range(2000):
        if what():
            return
        await asyncio.sleep_ms(2)
    raise AssertionError("it never came to that")


def connection(broker, test):
    """Runs `test(session, outbox, remote, time)` on a connection to that broker."""

    async def go():
        port = 20000 + random.getrandbits(13)
        server = await asyncio.start_server(broker.serve, "127.0.0.1", port)
        stream, _ = await asyncio.open_connection("127.0.0.1", port)
        outbox, remote, time = Outbox(), Remote(), Time()
        session = Session(stream, lambda: time.now, lambda: time.joined, outbox, remote)
        try:
            await session.greet(mqtt.hello("hall", "u", "p", 30))
            await test(session, outbox, remote, time)
        finally:
            stream.close()
            await stream.wait_closed()
            server.close()

    asyncio.run(go())
    asyncio.new_event_loop()


async def ends(session, kind, words=""):
    """The connection ends in that."""
    try:
        await asyncio.wait_for(session.run(("boards/hall/config",)), 5)
    except kind as end:
        has(str(end), words)
        return
    raise AssertionError("it goes on")


def test_login_that_is_accepted_goes_on():
    async def test(session, outbox, remote, time):
        await session.login(30)

    connection(Broker(), test)


def test_login_that_is_refused_tells_the_code():
    async def test(session, outbox, remote, time):
        try:
            await session.login(30)
        except Refused as refused:
            equal(refused.code, 5)
        else:
            raise AssertionError("it is let in")

    connection(Broker(answer=b"\x20\x02\x00\x05"), test)


def test_login_answered_by_no_mqtt_is_told():
    async def test(session, outbox, remote, time):
        try:
            await session.login(30)
        except mqtt.Broken as broken:
            has(str(broken), "0x48")
        else:
            raise AssertionError("it is let in")

    connection(Broker(answer=b"HTTP/1.1 400 Bad Request\r\n"), test)


def test_messages_are_sent_and_done_once_acknowledged():
    broker = Broker()

    async def test(session, outbox, remote, time):
        await session.login(30)
        running = asyncio.create_task(session.run(()))
        for number in range(20):
            outbox.put(Message("t/%d" % number, b"x"))
            session.wake()
        await until(lambda: len(outbox) == 0)
        running.cancel()
        equal(broker.messages, [("t/%d" % number, b"x") for number in range(20)])

    connection(broker, test)


def test_message_that_is_not_acknowledged_ends_the_connection_after_10_s():
    async def test(session, outbox, remote, time):
        await session.login(30)
        outbox.put(Message("t", b"x"))

        async def later():
            await until(lambda: outbox.waits_since() is not None)
            time.now = 9999
            session.wake()
            await asyncio.sleep_ms(20)
            equal(outbox.waits_since(), 0)
            time.now = 10000
            session.wake()

        waiting = asyncio.create_task(later())
        await ends(session, Silent, "a message")
        await waiting

    connection(Broker(acks=False), test)


def test_quiet_connection_pings_at_half_of_the_time_and_ends_when_nobody_answers():
    for acks in (True, False):
        broker = Broker(acks=acks)

        async def test(session, outbox, remote, time):
            ended = []

            async def run():
                try:
                    await session.run(())
                except Silent as end:
                    ended.append(end.args[0])

            await session.login(30)
            running = asyncio.create_task(run())
            await asyncio.sleep_ms(10)
            equal(broker.kinds, [1])
            time.now = 15000
            session.wake()
            await until(lambda: 12 in broker.kinds)
            await asyncio.sleep_ms(20)
            time.now = 25000
            session.wake()
            await asyncio.sleep_ms(20)
            equal(ended, [] if acks else ["a ping"])
            running.cancel()

        connection(broker, test)


def test_wanted_topics_are_heard_and_acknowledged():
    broker = Broker()

    async def test(session, outbox, remote, time):
        await session.login(30)
        running = asyncio.create_task(session.run(("boards/hall/config",)))
        await until(lambda: 8 in broker.kinds)
        broker.stream.write(mqtt.publish("boards/hall/config", b"{}", 1, True, 7))
        await broker.stream.drain()
        await until(lambda: 4 in broker.kinds)
        running.cancel()
        equal(remote.got, [("boards/hall/config", b"{}", True)])
        equal(remote.refused, [])

    connection(broker, test)


def test_subscription_that_is_refused_is_told_and_nothing_ends():
    broker = Broker(grants=b"\x80")

    async def test(session, outbox, remote, time):
        await session.login(30)
        running = asyncio.create_task(session.run(("boards/hall/config",)))
        await until(lambda: remote.refused)
        equal((remote.refused, running.done()), (["boards/hall/config"], False))
        running.cancel()

    connection(broker, test)


def test_broker_that_hangs_up_ends_the_connection():
    broker = Broker()

    async def test(session, outbox, remote, time):
        await session.login(30)

        async def hang_up():
            await until(lambda: 8 in broker.kinds)
            await broker.stream.wait_closed()

        hanging_up = asyncio.create_task(hang_up())
        await ends(session, (Closed, OSError))
        await hanging_up

    connection(broker, test)


def test_network_that_is_gone_ends_the_connection():
    async def test(session, outbox, remote, time):
        await session.login(30)
        time.joined = False
        await ends(session, LinkLost)

    connection(Broker(), test)


def test_flush_sends_all_and_comes_back():
    broker = Broker()

    async def test(session, outbox, remote, time):
        await session.login(30)
        for number in range(12):
            outbox.put(Message("t", b"x"))
        await asyncio.wait_for(session.flush(), 5)
        await session.leave()
        await until(lambda: 14 in broker.kinds)
        equal((len(broker.messages), len(outbox)), (12, 0))

    connection(broker, test)
