"""The words of MQTT 3.1.1 that a board needs, as bytes: OASIS "MQTT Version 3.1.1", chapters 2 and 3."""

import struct

CONNACK = 2
PUBLISH = 3
PUBACK = 4
SUBACK = 9
PINGRESP = 13
PING = b"\xc0\x00"
BYE = b"\xe0\x00"
# What a broker may send to one who never asks for QoS 2.
_HEARD = {CONNACK: 2, PUBLISH: None, PUBACK: 2, SUBACK: None, PINGRESP: 0, 11: 2}


class Broken(ValueError):
    """What came is no MQTT that a broker may send."""


def string(value):
    """Text with its length before it, at most 65535 bytes."""
    data = value.encode() if isinstance(value, str) else value
    if len(data) > 65535:
        raise ValueError("text of %d bytes" % len(data))
    return struct.pack("!H", len(data)) + data


def packet(first, body):
    length = len(body)
    head = bytearray((first,))
    while True:
        head.append((length & 127) | (128 if length > 127 else 0))
        length >>= 7
        if not length:
            return bytes(head) + body


def hello(client, user, password, keep_alive, will=None):
    """`keep_alive` in seconds; `will` a topic and a payload, retained and at QoS 1."""
    flags = 0xC2 | (0x2C if will else 0)
    body = string("MQTT") + struct.pack("!BBH", 4, flags, keep_alive) + string(client)
    if will:
        body += string(will[0]) + string(will[1])
    return packet(0x10, body + string(user) + string(password))


def publish(topic, payload, qos=0, retain=False, number=0, again=False):
    body = string(topic) + (struct.pack("!H", number) if qos else b"") + payload
    return packet(0x30 | (8 if again else 0) | qos << 1 | (1 if retain else 0), body)


def subscribe(number, filters, qos=1):
    return packet(0x82, struct.pack("!H", number) + b"".join(string(each) + bytes((qos,)) for each in filters))


def ack(number):
    return struct.pack("!BBH", 0x40, 2, number)


def published(flags, body):
    """A PUBLISH taken apart: topic, payload, retained, number; the number is 0 at QoS 0."""
    qos = flags >> 1 & 3
    if len(body) < 2 or qos > 1:
        raise Broken("a message of QoS %d" % qos)
    end = 2 + struct.unpack("!H", body[:2])[0]
    start = end + (2 if qos else 0)
    if len(body) < start:
        raise Broken("a message that ends in its topic")
    try:
        topic = str(body[2:end], "utf-8")
    except UnicodeError:
        raise Broken("a topic that is no text")
    return topic, bytes(body[start:]), bool(flags & 1), struct.unpack("!H", body[end:start])[0] if qos else 0


class Parser:
    """Cuts what arrives into packets. A message longer than `most` bytes is passed over and counted, and never held."""

    def __init__(self, most=4096):
        self.most = most
        self.passed_over = 0
        self._held = b""
        self._skip = 0

    def feed(self, data):
        """A list of (kind, flags, body) that are complete by now; Broken where it is no MQTT."""
        self._held = self._held + data if self._held else bytes(data)
        done = []
        while True:
            self._leave_out()
            head = self._head()
            if head is None:
                return done
            first, length, start = head
            if length > self.most:
                self._pass_over(first, length, start)
            elif len(self._held) < start + length:
                return done
            else:
                done.append((first >> 4, first & 15, self._held[start : start + length]))
                self._held = self._held[start + length :]

    def _leave_out(self):
        if self._skip:
            gone = min(self._skip, len(self._held))
            self._skip -= gone
            self._held = self._held[gone:]

    def _pass_over(self, first, length, start):
        if first >> 4 != PUBLISH:
            raise Broken("a packet of %d bytes" % length)
        self.passed_over += 1
        self._held = self._held[start:]
        self._skip = length

    def _head(self):
        """First byte, length of the body and where that begins; None while they are not all there."""
        held = self._held
        if not held:
            return None
        kind = held[0] >> 4
        if kind not in _HEARD or (kind != PUBLISH and held[0] & 15):
            raise Broken("a first byte of 0x%02x" % held[0])
        length = 0
        for place in range(1, 5):
            if place >= len(held):
                return None
            length |= (held[place] & 127) << 7 * (place - 1)
            if held[place] < 128:
                if _HEARD[kind] not in (None, length):
                    raise Broken("a packet of kind %d with %d bytes" % (kind, length))
                return held[0], length, place + 1
        raise Broken("a length without an end")
