"""A bulb of its own on a UDP port of loopback, with faults by name: `lost` packets, `deaf`, `garbles` answers, `mute` acknowledgements."""

import asyncio
import select
import socket
import struct


class Bulb:
    def __init__(self, serial, power=0, level=32768):
        self.serial = bytes.fromhex(serial)
        self.power = power
        self.level = level
        self.heard = []
        self.lost = 0
        self.deaf = False
        self.mute = False
        self.garbles = False
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.port = self._bind()
        self._poller = select.poll()
        self._poller.register(self._socket, select.POLLIN)

    def _bind(self):
        """A port that is free: this socket cannot be asked which one it got."""
        for port in range(46700, 46900):
            try:
                self._socket.bind(socket.getaddrinfo("127.0.0.1", port)[0][-1])
                return port
            except OSError:
                pass
        raise OSError("no port is free")

    def close(self):
        self._socket.close()

    async def run(self):
        while True:
            while self._poller.poll(0):
                data, sender = self._socket.recvfrom(1024)
                self._take(data, sender)
            await asyncio.sleep_ms(1)

    def _take(self, data, sender):
        size, flags, source = struct.unpack_from("<HHI", data)
        kind, asked, sequence = data[32] | data[33] << 8, data[22], data[23]
        self.heard.append((kind, data))
        if self.deaf or size != len(data) or flags != 0x1400 or data[8:14] != self.serial:
            return
        if self.lost:
            self.lost -= 1
            return
        self._obey(kind, data[36:])
        if asked & 2 and not self.mute:
            self._answer(45, b"", source, sequence, sender)
        if kind == 101:
            label = b"Desk" + bytes(28)
            self._answer(107, struct.pack("<HHHHHH", 0, 0, self.level, 3500, 0, self.power) + label + bytes(8), source, sequence, sender)

    def _obey(self, kind, payload):
        if kind == 117:
            self.power = payload[0] | payload[1] << 8
        elif kind == 119 and payload[23]:
            self.level = payload[6] | payload[7] << 8

    def _answer(self, kind, payload, source, sequence, sender):
        # Devices fill what is reserved with things of their own.
        head = struct.pack("<HHI", 36 + len(payload), 0x5400, source) + self.serial + bytes(2) + b"LIFXV2" + bytes((1, sequence)) + b"\x01" * 8
        packet = head + struct.pack("<HH", kind, 0) + payload
        if self.garbles:
            for wrong in (b"", packet[:20], b"\xff\xff" + packet[2:], packet[:4] + b"\0\0\0\0" + packet[8:], packet[:8] + b"\0" + packet[9:]):
                self._socket.sendto(wrong, sender)
        self._socket.sendto(packet, sender)
