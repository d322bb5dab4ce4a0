"""Bosch's BME280 and BMP280: registers, and what the raw numbers mean by the formulas of its data sheet, in whole numbers throughout."""

import struct

ID = 0xD0
# What stands in ID; the BMP280 has no humidity.
BME280 = 0x60
KNOWN = (BME280, 0x58, 0x57, 0x56)
# Where the calibration stands, and how many bytes of it.
CALIBRATION = ((0x88, 26), (0xE1, 7))
# Register and value, one after the other: each measured once, then it sleeps again.
MEASURE = ((0xF2, 0x01), (0xF4, 0x25))
# How long that takes at most, ms.
TAKES = 12
DATA = 0xF7


class Bme280:
    """`first` and `second` are the two parts of `CALIBRATION`; `second` is None for a BMP280."""

    def __init__(self, first, second):
        numbers = struct.unpack("<HhhHhhhhhhhhBB", first)
        self._t = numbers[:3]
        self._p = numbers[3:12]
        self._h = None
        if second:
            h2, h3, low4, middle, high5, h6 = struct.unpack("<hBbBbb", second)
            self._h = (numbers[13], h2, h3, low4 << 4 | middle & 15, high5 << 4 | middle >> 4, h6)

    def measured(self, data):
        """°C, hPa and per cent of the 8 bytes from `DATA`; None for a sensor that has nothing measured yet."""
        pressure = data[0] << 12 | data[1] << 4 | data[2] >> 4
        temperature = data[3] << 12 | data[4] << 4 | data[5] >> 4
        if temperature == 0x80000:
            return None
        fine = self._fine(temperature)
        found = {"temperature": ((fine * 5 + 128) >> 8) / 100}
        pascal = self._pascal(pressure, fine)
        if pascal:
            found["pressure"] = pascal / 25600
        if self._h:
            found["humidity"] = self._humidity(data[6] << 8 | data[7], fine) / 1024
        return found

    def _fine(self, raw):
        """The temperature in a unit of the sensor's own, which the other two are corrected by."""
        t1, t2, t3 = self._t
        above = (raw >> 4) - t1
        return (((raw >> 3) - (t1 << 1)) * t2 >> 11) + ((above * above >> 12) * t3 >> 14)

    def _pascal(self, raw, fine):
        """In 1/256 Pa; 0 where the calibration is empty."""
        p1, p2, p3, p4, p5, p6, p7, p8, p9 = self._p
        x = fine - 128000
        offset = x * x * p6 + (x * p5 << 17) + (p4 << 35)
        slope = ((1 << 47) + (x * x * p3 >> 8) + (x * p2 << 12)) * p1 >> 33
        if slope == 0:
            return 0
        p = (((1048576 - raw) << 31) - offset) * 3125 // slope
        square = p9 * (p >> 13) * (p >> 13) >> 25
        return ((p + square + (p8 * p >> 19)) >> 8) + (p7 << 4)

    def _humidity(self, raw, fine):
        """In 1/1024 per cent."""
        h1, h2, h3, h4, h5, h6 = self._h
        x = fine - 76800
        drift = (x * h6 >> 10) * ((x * h3 >> 11) + 32768) >> 10
        v = ((raw << 14) - (h4 << 20) - h5 * x + 16384 >> 15) * ((drift + 2097152) * h2 + 8192 >> 14)
        v -= ((v >> 15) * (v >> 15) >> 7) * h1 >> 4
        return min(max(v, 0), 419430400) >> 12
