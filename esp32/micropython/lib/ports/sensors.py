"""Sensors: each is read in its own time, and what is worth telling is told."""

import asyncio
import gc

from machine import ADC, Pin, SoftI2C
from remote import sht3x
from remote.bme280 import BME280, CALIBRATION, DATA, ID, KNOWN, MEASURE, TAKES, Bme280
from remote.reports import Motion, charge

# How often a motion sensor is looked at, ms.
LOOK = 50


def build(sensors, pins, clock, emit):
    parts, buses = [], {}
    for sensor in sensors:
        who = "sensor " + sensor.kind
        if _may(who, sensor, pins):
            parts += pins.made(who, _part, sensor, buses, clock, emit)
    return parts


def _may(who, sensor, pins):
    """Whether it has its pins."""
    if sensor.kind in _ANALOGUE:
        return pins.measures(who, sensor.pin)
    if sensor.kind in _ON_BUS:
        return pins.free(who, sensor.sda, sensor.scl, shared=True)
    return pins.free(who, sensor.pin)


def _part(sensor, buses, clock, emit):
    if sensor.kind == "pir":
        return Moving(sensor, clock, emit)
    if sensor.kind in _ANALOGUE:
        return Measuring(sensor, _ANALOGUE[sensor.kind](sensor), clock, emit)
    if sensor.kind not in _ON_BUS:
        return Measuring(sensor, Dht(sensor), clock, emit)
    wires = sensor.sda, sensor.scl
    if wires not in buses:
        buses[wires] = SoftI2C(scl=Pin(sensor.scl), sda=Pin(sensor.sda), freq=100000)
    return Measuring(sensor, _ON_BUS[sensor.kind](buses[wires], sensor), clock, emit)


class Measuring:
    """Reads a sensor every so often; one that fails is said once, and told as unknown after a while."""

    def __init__(self, sensor, reader, clock, emit):
        self._sensor = sensor
        self._reader = reader
        self._clock = clock
        self._emit = emit
        self._works = True

    async def run(self):
        report = self._sensor.report()
        while True:
            news = await self._news(report)
            if news:
                self._emit("sensor", 0, news)
            gc.collect()
            await asyncio.sleep_ms(self._sensor.every)

    async def _news(self, report):
        try:
            values = await self._reader.read()
        except (OSError, ValueError) as error:
            if self._works:
                print("sensor %s: does not answer: %s" % (self._sensor.kind, error))
            self._works = False
            return report.failed(self._sensor.describe(), self._clock.now())
        self._works = True
        return report.measured(values, self._clock.now()) if values else {}


class Moving:
    """A motion sensor."""

    def __init__(self, sensor, clock, emit):
        self._sensor = sensor
        self._clock = clock
        self._emit = emit
        self._pin = Pin(sensor.pin, Pin.IN)

    async def run(self):
        motion, report = Motion(self._sensor.hold), self._sensor.report()
        while True:
            now = self._clock.now()
            level = self._pin.value() == (self._sensor.active == "high")
            news = report.measured({"motion": motion.update(level, now)}, now)
            if news:
                self._emit("sensor", 0, news)
            await asyncio.sleep_ms(LOOK)


class Dht:
    def __init__(self, sensor):
        import dht

        kinds = {"dht11": dht.DHT11, "dht22": dht.DHT22}
        self._dht = kinds[sensor.kind](Pin(sensor.pin))

    async def read(self):
        try:
            self._dht.measure()
        except Exception as error:
            # The driver of stock firmware raises a bare Exception where the checksum is wrong.
            raise ValueError(str(error))
        return {"temperature": self._dht.temperature(), "humidity": self._dht.humidity()}


class Sht3x:
    def __init__(self, bus, sensor):
        self._bus = bus
        self._address = sensor.address

    async def read(self):
        self._bus.writeto(self._address, sht3x.MEASURE)
        await asyncio.sleep_ms(sht3x.TAKES)
        return sht3x.measured(self._bus.readfrom(self._address, 6))


class Bme:
    """BME280, and BMP280, which people are sold in its place."""

    def __init__(self, bus, sensor):
        self._bus = bus
        self._address = sensor.address
        self._known = None

    async def read(self):
        try:
            if not self._known:
                self._known = self._look()
            for register, value in MEASURE:
                self._bus.writeto_mem(self._address, register, bytes((value,)))
            await asyncio.sleep_ms(TAKES)
            return self._known.measured(self._bus.readfrom_mem(self._address, DATA, 8))
        except OSError:
            # It may be another one that is plugged in next.
            self._known = None
            raise

    def _look(self):
        kind = self._bus.readfrom_mem(self._address, ID, 1)[0]
        if kind not in KNOWN:
            raise ValueError("what is at address 0x%02x says it is 0x%02x, which is neither BME280 nor BMP280" % (self._address, kind))
        first, second = [self._bus.readfrom_mem(self._address, *part) if part is CALIBRATION[0] or kind == BME280 else None for part in CALIBRATION]
        return Bme280(first, second)


class Bh1750:
    """ROHM's light sensor: one measurement of the high resolution, 1.2 counts to a lux."""

    def __init__(self, bus, sensor):
        self._bus = bus
        self._address = sensor.address

    async def read(self):
        self._bus.writeto(self._address, b"\x20")
        await asyncio.sleep_ms(180)
        high, low = self._bus.readfrom(self._address, 2)
        return {"illuminance": (high << 8 | low) / 1.2}


class Voltage:
    """Volts at a pin, the mean of some."""

    def __init__(self, sensor):
        self._sensor = sensor
        self._adc = ADC(Pin(sensor.pin), atten=ADC.ATTN_11DB)

    def _volts(self):
        return sum(self._adc.read_uv() for _ in range(16)) / 16e6


class Light(Voltage):
    """A phototransistor with a resistor, such as TEMT6000."""

    async def read(self):
        return {"illuminance": self._volts() * self._sensor.lux_per_volt}


class Battery(Voltage):
    """A battery behind two resistors that divide its voltage by `ratio`."""

    async def read(self):
        volts = self._volts() * self._sensor.ratio
        return {"battery": charge(volts, self._sensor.curve), "voltage": volts}


_ANALOGUE = {"light": Light, "battery": Battery}
_ON_BUS = {"sht3x": Sht3x, "bme280": Bme, "bmp280": Bme, "bh1750": Bh1750}
