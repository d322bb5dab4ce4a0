"""Sensors on the I2C bus, by the registers and commands of their data sheets: what is asked out of order is answered as they do, by an error."""

import struct


class Sht3x:
    def __init__(self, temperature, humidity):
        self.temperature = temperature
        self.humidity = humidity
        self._answer = None

    def write(self, data):
        if data != b"\x24\x00":
            raise OSError(19)
        self._answer = b"".join(self._word(each) for each in ((self.temperature + 45) * 65535 / 175, self.humidity * 65535 / 100))

    def read(self, count):
        answer, self._answer = self._answer, None
        if answer is None:
            raise OSError(19)
        return answer[:count]

    def _word(self, value):
        word = struct.pack(">H", round(value))
        sum = 0xFF
        for byte in word:
            sum ^= byte
            for _ in range(8):
                sum = (sum << 1 ^ (0x131 if sum & 0x80 else 0)) & 0x1FF
        return word + bytes((sum,))


class Bme280:
    """The data sheet's own example, 25.08 degrees and 1006.53 hPa, once it has been told to measure."""

    def __init__(self, kind=0x60):
        first = struct.pack("<HhhHhhhhhhhhBB", 27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000, 0, 75)
        self._registers = {0xD0: bytes((kind,)), 0x88: first, 0xE1: b"\x6a\x01\x00\x13\x29\x03\x1e", 0xF7: b"\x80\x00\x00\x80\x00\x00\x80\x00"}
        self._at = 0
        self._humidity_on = False

    def write(self, data):
        self._at = data[0]
        if data == b"\xf2\x01":
            self._humidity_on = True
        if data == b"\xf4\x25" and self._humidity_on:
            self._registers[0xF7] = b"\x65\x5a\xc0\x7e\xed\x00\x61\xa8"

    def read(self, count):
        return self._registers[self._at][:count]


class Bh1750:
    def __init__(self, lux):
        self.lux = lux
        self._measured = False

    def write(self, data):
        self._measured = data == b"\x20"

    def read(self, count):
        if not self._measured:
            raise OSError(19)
        return struct.pack(">H", round(self.lux * 1.2))
