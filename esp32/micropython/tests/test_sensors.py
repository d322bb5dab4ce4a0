import random
import struct

from expect import equal, raises, true
from remote import sensors, sht3x
from remote.bme280 import Bme280
from remote.check import Wrong
from remote.reports import Motion, Report, charge

# The data sheet's own example of temperature and pressure; humidity has calibration as sensors really have it.
FIRST = struct.pack("<HhhHhhhhhhhhBB", 27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000, 0, 75)
# H2 362, H3 0, H4 313, H5 50, H6 30.
SECOND = bytes((362 & 255, 362 >> 8, 0, 313 >> 4, (313 & 15) | (50 & 15) << 4, 50 >> 4, 30))
RAW_P, RAW_T = 415148, 519888


def raw(pressure, temperature, humidity):
    return bytes((pressure >> 12, pressure >> 4 & 255, (pressure & 15) << 4, temperature >> 12, temperature >> 4 & 255, (temperature & 15) << 4)) + struct.pack(
        ">H", humidity
    )


def close(found, wanted, by, what=""):
    true(abs(found - wanted) <= by, "%s: %r is not %r" % (what, found, wanted))


def real_humidity(fine, adc, h1, h2, h3, h4, h5, h6):
    """The data sheet's other formula, in real numbers, to hold the one in whole numbers against."""
    x = fine - 76800.0
    x = (adc - (h4 * 64.0 + h5 / 16384.0 * x)) * (h2 / 65536.0 * (1.0 + h6 / 67108864.0 * x * (1.0 + h3 / 67108864.0 * x)))
    return min(100.0, max(0.0, x * (1.0 - h1 * x / 524288.0)))


def test_bme280_by_the_data_sheets_example_has_its_temperature_and_pressure():
    found = Bme280(FIRST, None).measured(raw(RAW_P, RAW_T, 0))
    equal(found["temperature"], 25.08)
    close(found["pressure"], 1006.5327, 0.0002)
    equal(sorted(found), ["pressure", "temperature"])


def test_bme280_humidity_in_whole_numbers_is_that_in_real_ones():
    bme = Bme280(FIRST, SECOND)
    for adc in range(15000, 45000, 500):
        close(bme.measured(raw(RAW_P, RAW_T, adc))["humidity"], real_humidity(128422, adc, 75, 362, 0, 313, 50, 30), 0.02, str(adc))


def test_bme280_with_calibration_below_zero_reads_it_so():
    for h4, h5, h6 in ((-1, 50, 30), (313, -77, 30), (-300, -300, -3)):
        second = struct.pack("<hBbBbb", 362, 7, h4 >> 4, (h4 & 15) | (h5 & 15) << 4, h5 >> 4, h6)
        found = Bme280(FIRST, second).measured(raw(RAW_P, RAW_T, 25000))
        close(found["humidity"], real_humidity(128422, 25000, 75, 362, 7, h4, h5, h6), 0.02, str(h4))


def test_bme280_that_has_not_measured_yet_tells_nothing():
    equal(Bme280(FIRST, SECOND).measured(raw(0x80000, 0x80000, 0x8000)), None)


def test_bme280_whatever_it_is_sent_stays_a_number():
    random.seed(1)
    for _ in range(300):
        bytes_of = lambda count: bytes(random.getrandbits(8) for _ in range(count))
        found = Bme280(bytes_of(26), bytes_of(7)).measured(bytes_of(8))
        true(found is None or 0 <= found["humidity"] <= 100)


def test_sht3x_checksum_is_that_of_the_data_sheet():
    equal(sht3x.crc(b"\xbe\xef"), 0x92)


def test_sht3x_by_its_ends_and_middle():
    def answer(temperature, humidity):
        halves = struct.pack(">H", temperature), struct.pack(">H", humidity)
        return b"".join(half + bytes((sht3x.crc(half),)) for half in halves)

    equal(sht3x.measured(answer(0, 0)), {"temperature": -45, "humidity": 0})
    equal(sht3x.measured(answer(65535, 65535)), {"temperature": 130, "humidity": 100})
    found = sht3x.measured(answer(0x6666, 0x8000))
    close(found["temperature"], 25, 0.01)
    close(found["humidity"], 50, 0.01)


def test_sht3x_garbled_is_refused():
    good = b"\xbe\xef\x92\xbe\xef\x92"
    sht3x.measured(good)
    for place in range(6):
        bad = bytearray(good)
        bad[place] ^= 1
        raises(ValueError, "checksum", sht3x.measured, bytes(bad))
    raises(ValueError, "checksum", sht3x.measured, good[:5])


def test_report_tells_the_first_then_what_changes_by_enough():
    report, told = Report({"temperature": 0.5}, 600000), []
    for now, value in enumerate((20.0, 20.3, 20.5, 20.2, 19.9, 20.0)):
        told.append(report.measured({"temperature": value}, now * 1000).get("temperature"))
    equal(told, [20.0, None, 20.5, None, 19.9, None])


def test_report_tells_all_of_a_sensor_when_one_of_it_changes():
    report = Report({"temperature": 0.2, "humidity": 1}, 600000)
    report.measured({"temperature": 20, "humidity": 50}, 0)
    equal(report.measured({"temperature": 20.1, "humidity": 51.04}, 1), {"temperature": 20.1, "humidity": 51.0})


def test_report_that_does_not_change_is_told_with_the_heartbeat():
    report = Report({"temperature": 0.2}, 600000)
    told = [now for now in range(0, 1900000, 30000) if report.measured({"temperature": 20.04}, now)]
    equal(told, [0, 600000, 1200000, 1800000])


def test_report_of_a_sensor_that_fails_is_taken_back_once_and_comes_again():
    report = Report({"temperature": 0.2}, 600000)
    equal(report.failed(("temperature",), 0), {})
    report.measured({"temperature": 20}, 1)
    equal([report.failed(("temperature",), now) for now in (2, 3, 4, 5)], [{}, {}, {"temperature": None}, {}])
    equal(report.measured({"temperature": 20}, 6), {"temperature": 20})


def test_report_of_motion_tells_each_change():
    report = Report({}, 600000)
    equal([report.measured({"motion": each}, 0) for each in (False, False, True, True, False)], [{"motion": False}, {}, {"motion": True}, {}, {"motion": False}])


def test_motion_goes_on_for_its_time_after_the_last_one():
    motion = Motion(60000)
    seen = [(now, motion.update(level, now)) for now, level in ((0, 0), (10, 1), (20, 0), (50000, 1), (60100, 0), (109999, 0), (110000, 0))]
    equal([now for now, moves in seen if moves], [10, 20, 50000, 60100, 109999])


def test_charge_follows_the_curve_and_stays_between_its_ends():
    equal([charge(volts) for volts in (2.5, 3.0, 4.2, 5.0)], [0, 0, 100, 100])
    close(charge(3.75), 51, 0.01)
    close(charge(2.5, ((2.0, 0), (3.0, 100))), 50, 0.01)
    equal(sorted(charge(volts / 100) for volts in range(290, 430)), [charge(volts / 100) for volts in range(290, 430)])


def test_sensor_that_says_only_what_it_must_has_the_usual_rest():
    found = sensors.parse("sensors", [{"kind": "sht3x", "sda": 21, "scl": 22}, {"kind": "pir", "pin": 4}, {"kind": "battery", "pin": 34}])
    equal((found[0].address, found[0].every, found[0].heartbeat, found[0].change), (0x44, 30000, 600000, {"temperature": 0.2, "humidity": 1}))
    equal((found[1].hold, found[1].active, found[1].change), (60000, "high", {}))
    equal(found[2].ratio, 2)
    equal([each.describe() for each in found], [["temperature", "humidity"], ["motion"], ["battery", "voltage"]])


def test_sensor_that_is_wrong_is_told_with_its_place():
    for value, line in (
        ({}, "sensors[0].kind: is missing; there are battery, bh1750"),
        ({"kind": "nose"}, "sensors[0].kind: is one of battery, bh1750"),
        ({"kind": "pir"}, "sensors[0].pin: is missing"),
        ({"kind": "pir", "pin": 4, "every": 3}, "sensors[0].every: is not known here"),
        ({"kind": "sht3x", "sda": 1, "scl": 2, "address": 35}, "sensors[0].address: is one of 68, 69, not 35"),
        ({"kind": "dht22", "pin": 4, "every": 1}, "sensors[0].every: takes a number from 2 to 3600, not 1"),
        ({"kind": "dht22", "pin": 4, "change": {"motion": 1}}, "sensors[0].change.motion: is not known here"),
        ({"kind": "battery", "pin": 34, "empty": 3}, "sensors[0]: has both, empty and full"),
    ):
        raises(Wrong, line, sensors.parse, "sensors", [value])
