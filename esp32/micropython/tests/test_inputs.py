"""The ports of buttons, knobs, sensors and the light, with the fakes' pins and devices, in real time."""

import asyncio

import dht
import neopixel
import world
from boards import esp32_c3 as board
from devices import Bh1750, Bme280, Sht3x
from expect import equal, true
from ports import inputs
from ports import start
from ports.led import build as light
from ports.watchdog import Watchdog
from remote import buttons, knobs, led, sensors, watchdog
from remote.status import BROKER, OK, WIFI, Status


class Settings:
    def __init__(self, **kinds):
        self.buttons = buttons.parse("buttons", kinds.get("buttons", []))
        self.knobs = knobs.parse("knobs", kinds.get("knobs", []))
        self.sensors = sensors.parse("sensors", kinds.get("sensors", []))
        for sensor in self.sensors:
            if sensor.kind != "pir":
                sensor.every = 20


async def until(met, what="it", most=5000):
    """Waits for that, and no longer than `most` ms."""
    for _ in range(most // 5):
        if met():
            return
        await asyncio.sleep_ms(5)
    raise AssertionError(what + " does not come")


def play(settings, script, pins=None):
    """Runs the parts while the script does; gives what they told. `pins`: levels from the start, else each is as it is pulled."""
    told = []
    world.pins.clear()
    world.pins.update(pins or {})

    async def both():
        parts = [asyncio.create_task(part.run()) for part in inputs.build(settings, board, lambda *what: told.append(what))]
        try:
            await asyncio.sleep_ms(10)
            await script(told)
        finally:
            for part in parts:
                part.cancel()
            await asyncio.sleep_ms(0)

    asyncio.run(both())
    return told


async def press(pin, lasts):
    world.change(pin, 0)
    await asyncio.sleep_ms(lasts)
    world.change(pin, 1)


def test_two_buttons_at_once_are_told_each_by_itself():
    async def script(told):
        await asyncio.gather(press(3, 60), press(4, 400))
        await until(lambda: len(told) == 2)

    both = [{"pin": 3, "events": ["single"]}, {"pin": 4, "events": ["single", "hold"], "hold": 200}]
    equal(play(Settings(buttons=both), script), [("button", 1, {"event_type": "single"}), ("button", 2, {"event_type": "hold"})])


def test_button_active_high_is_pressed_when_its_level_is_up():
    async def script(told):
        world.change(5, 1)
        await until(lambda: told)

    equal(play(Settings(buttons=[{"pin": 5, "active": "high", "events": ["single"]}]), script), [("button", 1, {"event_type": "single"})])


def test_button_held_while_settings_change_is_not_pressed_again():
    async def script(told):
        await asyncio.sleep_ms(100)
        world.change(6, 1)
        await asyncio.sleep_ms(100)
        equal(told, [])
        await press(6, 60)
        await until(lambda: told)

    equal(len(play(Settings(buttons=[{"pin": 6, "events": ["single"]}]), script, {6: 0})), 1)


def test_parts_whose_pins_are_taken_or_not_there_are_left_out_and_the_rest_works():
    async def script(told):
        await press(3, 60)
        await until(lambda: told)

    some = [{"pin": 11}, {"pin": 40}, {"pin": 3, "events": ["single"]}, {"pin": 3}]
    told = play(Settings(buttons=some, sensors=[{"kind": "pir", "pin": 3}, {"kind": "battery", "pin": 10}]), script)
    equal(told, [("button", 3, {"event_type": "single"})])


def test_knob_turned_quickly_is_counted_by_the_interrupt_and_told_in_sums():
    async def script(told):
        for _ in range(5):
            for pin, level in ((3, 0), (4, 0), (3, 1), (4, 1)):
                world.change(pin, level)
        await until(lambda: told)

    equal(play(Settings(knobs=[{"pins": [3, 4], "faster": 1}]), script), [("knob", 1, {"event_type": "turn", "steps": 5})])


def test_knob_turned_on_while_it_is_told_loses_no_step():
    async def script(told):
        for _ in range(30):
            for pin, level in ((3, 0), (4, 0), (3, 1), (4, 1)):
                world.change(pin, level)
                await asyncio.sleep_ms(1)
        await until(lambda: sum(each[2]["steps"] for each in told) >= 30)
        await asyncio.sleep_ms(120)

    told = play(Settings(knobs=[{"pins": [3, 4], "faster": 1}]), script)
    equal(sum(each[2]["steps"] for each in told), 30)
    true(1 < len(told) <= 8, told)


def test_knob_that_is_reversed_turns_the_other_way():
    async def script(told):
        for pin, level in ((3, 0), (4, 0), (3, 1), (4, 1)):
            world.change(pin, level)
        await until(lambda: told)

    equal(play(Settings(knobs=[{"pins": [3, 4], "reverse": True}]), script), [("knob", 1, {"event_type": "turn", "steps": -1})])


def test_knob_that_is_gone_lets_its_pins_go():
    async def script(told):
        pass

    play(Settings(knobs=[{"pins": [3, 4]}]), script)
    equal(world._watchers[3], None)


def test_sensors_on_one_bus_are_told_each_in_its_units():
    world.devices.update({0x44: Sht3x(21.5, 40), 0x76: Bme280(), 0x23: Bh1750(320)})
    wires = {"sda": 4, "scl": 5}

    async def script(told):
        await until(lambda: len(told) == 3)

    kinds = [dict(wires, kind=kind) for kind in ("sht3x", "bme280", "bh1750")]
    told = [each[2] for each in play(Settings(sensors=kinds), script)]
    true({"temperature": 21.5, "humidity": 40.0} in told, told)
    true({"temperature": 25.1, "pressure": 1006.5, "humidity": 27.1} in told, told)
    true({"illuminance": 320} in told, told)


def test_bmp280_sold_as_bme280_tells_what_it_can():
    world.devices[0x76] = Bme280(0x58)

    async def script(told):
        await until(lambda: told)

    equal(play(Settings(sensors=[{"kind": "bme280", "sda": 4, "scl": 5}]), script)[0][2], {"temperature": 25.1, "pressure": 1006.5})


def test_sensor_that_is_pulled_off_is_taken_back_and_comes_again():
    world.devices[0x44] = Sht3x(21.5, 40)

    async def script(told):
        await until(lambda: len(told) == 1)
        gone = world.devices.pop(0x44)
        await until(lambda: len(told) == 2)
        equal(told[1][2], {"temperature": None, "humidity": None})
        world.devices[0x44] = gone
        await until(lambda: len(told) == 3)
        equal(told[2][2], {"temperature": 21.5, "humidity": 40.0})

    play(Settings(sensors=[{"kind": "sht3x", "sda": 4, "scl": 5}]), script)


def test_dht_with_a_wrong_checksum_is_a_sensor_that_failed():
    async def script(told):
        await until(lambda: len(told) == 1)
        dht.found[0] = Exception("checksum error")
        await until(lambda: len(told) == 2)
        dht.found[0] = 22.0
        await until(lambda: len(told) == 3)

    told = play(Settings(sensors=[{"kind": "dht22", "pin": 4}]), script)
    equal([each[2]["temperature"] for each in told], [20.0, None, 22.0])


def test_battery_and_light_are_told_by_the_voltage_at_their_pins():
    world.volts.update({0: 1900, 1: 1000})

    async def script(told):
        await until(lambda: len(told) == 2)

    told = play(Settings(sensors=[{"kind": "battery", "pin": 0}, {"kind": "light", "pin": 1}]), script)
    equal([each[2] for each in told], [{"battery": 60, "voltage": 3.8}, {"illuminance": 200}])


def test_motion_is_told_at_once_and_ends_after_its_time():
    async def script(told):
        await until(lambda: len(told) == 1)
        world.change(3, 1)
        await until(lambda: len(told) == 2)
        world.change(3, 0)
        await until(lambda: len(told) == 3)

    settings = Settings(sensors=[{"kind": "pir", "pin": 3, "hold": 0.1}])
    equal([each[2]["motion"] for each in play(settings, script)], [False, True, False])


def test_light_tells_wifi_broker_and_error_apart():
    patterns = {}
    for word, error in ((WIFI, False), (BROKER, False), (OK, False), (WIFI, True)):
        patterns["".join("#" if led.is_lit(word, error, now) else "." for now in range(0, 2000, 100))] = (word, error)
    equal(sorted(patterns.values()), [("broker", False), ("ok", False), ("wifi", False), ("wifi", True)])
    equal(patterns["#" * 10 + "." * 10], (WIFI, False))
    equal(patterns["##.." * 5], (BROKER, False))
    equal(patterns["." * 20], (OK, False))


def test_only_an_error_that_somebody_has_to_mend_is_shown_as_one():
    for word, wanted in (("login", True), ("tls-name", True), ("wifi-password", True), ("refused", False), ("timeout", False), ("wifi-absent", False)):
        status = Status(say=lambda line: None)
        status.wrong(word, "a sentence")
        equal(led.is_error(status), wanted, word)
        status.well()
        equal(led.is_error(status), False, word)


def test_light_of_the_board_and_a_coloured_one_follow_the_status():
    status = Status(say=lambda line: None)

    async def script():
        pins = inputs.Pins(board)
        lights = light(led.parse("led", {}), board, status, pins) + light(led.parse("led", {"kind": "ws2812", "pin": 7}), board, status, pins)
        parts = [asyncio.create_task(each.run()) for each in lights]
        status.now(WIFI)
        await until(lambda: world.pins[board.LED] == board.LED_ON and neopixel.shown.get(7) == (led.COLOURS[WIFI],), "light")
        status.now(OK)
        await until(lambda: world.pins[board.LED] != board.LED_ON and neopixel.shown.get(7) == ((0, 0, 0),), "dark")
        for part in parts:
            part.cancel()
        await asyncio.sleep_ms(0)

    asyncio.run(script())


def test_light_at_a_pin_that_is_given_away_or_not_there_is_left_out():
    pins = inputs.Pins(board)
    inputs.build(Settings(buttons=[{"pin": 8}]), board, None, pins)
    for value in ({}, {"pin": 8}, {"pin": 11}, {"pin": 40}):
        equal(light(led.parse("led", value), board, Status(say=lambda line: None), pins), [], str(value))


def test_part_that_the_board_refuses_is_left_out():
    def refused():
        raise ValueError("invalid pin")

    equal(inputs.Pins(board).made("led", refused), [])


class Part:
    def __init__(self, *ends):
        self.ends = list(ends)
        self.runs = 0

    async def run(self):
        self.runs += 1
        if self.ends:
            raise self.ends.pop(0)
        await asyncio.sleep(60)


def test_part_that_fails_begins_anew():
    part = Part(OSError(5), ValueError("bad"))

    async def script():
        start.ANEW = 20
        task = asyncio.create_task(start._again_and_again(part))
        try:
            await until(lambda: part.runs == 3, "the third beginning")
        finally:
            start.ANEW = 10000
            task.cancel()
            await asyncio.sleep_ms(0)

    asyncio.run(script())


def test_part_that_the_board_is_none_without_ends_all_when_it_ends():
    ended, error = [], MemoryError()

    async def script():
        event = asyncio.Event()
        task = asyncio.create_task(start._to_the_end(Part(error), ended, event))
        await asyncio.wait_for(event.wait(), 5)
        await task

    asyncio.run(script())
    equal(ended, [error])


def test_watchdog_is_fed_as_long_as_the_loop_turns():
    async def script():
        part = asyncio.create_task(Watchdog(watchdog.parse("watchdog", {})).run())
        await until(lambda: len(world.fed) >= 2, "feeding")
        part.cancel()
        await asyncio.sleep_ms(0)

    asyncio.run(script())
