"""The board as its parts see it, over ports that write down what they are asked, with the time of the test."""

import asyncio
import json

from expect import equal, has, true
from remote.core import Remote
from remote.outbox import Outbox
from remote.settings import parse
from remote.status import Status

CONFIG = {
    "name": "hall",
    "mqtt": {"host": "192.168.1.5"},
    "buttons": [{"pin": 9, "do": {"single": [{"to": "label/A", "command": "TOGGLE"}, {"to": "label/B", "command": 40}]}}],
    "knobs": [{"pins": [4, 5], "do": {"turn": {"to": "all", "command": {"brightness_step_pct": 4}}}}],
    "sensors": [{"kind": "pir", "pin": 3}],
}


class Ports:
    """Clock, Wi-Fi, memory and files in one."""

    def __init__(self):
        self.clock = self.wifi = self.heap = self.store = self
        self.time = 0
        self.model = "ESP32"
        self.kept = {}

    def now(self):
        return self.time

    def random(self):
        return 0

    def rssi(self):
        return None

    def mac(self):
        return "02:00:00:00:00:01"

    def figures(self):
        return {"heap": 100000}

    def address(self):
        return None

    def wishes(self):
        return self.kept

    def keep_wishes(self, wishes):
        self.kept = wishes


def make(boot="0000000a"):
    ports, outbox, status = Ports(), Outbox(), Status(lambda line: None)
    return Remote(CONFIG, parse(CONFIG), ports, status, boot, lambda line: None, outbox), ports, outbox, status


def sent(outbox, now=0):
    """[(topic, JSON or text)] of all that waits."""
    found = []
    while True:
        message = outbox.next(now)
        if message is None:
            return found
        outbox.acknowledged(message.number)
        text = message.payload.decode()
        found.append((message.topic, json.loads(text) if text[:1] == "{" else text))


def test_press_with_actions_sends_the_commands_with_ids_and_then_the_event():
    remote, _, outbox, _ = make()
    remote.emit("button", 1, {"event_type": "single"})
    equal(
        sent(outbox),
        [
            ("lifx/label/A/set", {"state": "TOGGLE", "id": "hall-0000000a-1"}),
            ("lifx/label/B/set", {"brightness_pct": 40, "id": "hall-0000000a-2"}),
            ("boards/hall/button/1", {"event_type": "single", "seq": 11}),
        ],
    )


def test_press_with_nothing_to_do_is_told_only():
    remote, _, outbox, _ = make()
    remote.emit("button", 1, {"event_type": "hold"})
    equal(sent(outbox), [("boards/hall/button/1", {"event_type": "hold", "seq": 11})])


def test_turn_multiplies_its_steps():
    remote, _, outbox, _ = make()
    remote.emit("knob", 1, {"event_type": "turn", "steps": -3})
    equal(sent(outbox)[0], ("lifx/all/set", {"brightness_step_pct": -12, "id": "hall-0000000a-1"}))


def test_another_start_has_other_ids_and_another_seq():
    first, second = make("0000000a"), make("0000beef")
    for remote, _, _, _ in (first, second):
        remote.emit("button", 1, {"event_type": "single"})
    one, two = sent(first[2]), sent(second[2])
    true(one[0][1]["id"] != two[0][1]["id"] and one[2][1]["seq"] != two[2][1]["seq"])


def test_press_older_than_keep_is_never_sent():
    remote, ports, outbox, _ = make()
    remote.emit("button", 1, {"event_type": "hold"})
    equal(sent(outbox, 5001), [])
    equal(remote.counts(), (0, 1))


def test_press_told_late_by_its_part_is_as_old_as_it_is():
    remote, ports, outbox, _ = make()
    ports.time = 10000
    remote.emit("button", 1, {"event_type": "hold"}, 4000)
    equal(sent(outbox, 11001), [])


def test_what_is_measured_is_one_object_that_grows():
    remote, _, outbox, _ = make()
    remote.emit("sensor", 0, {"temperature": 21.5})
    remote.emit("sensor", 0, {"motion": True})
    equal(sent(outbox), [("boards/hall/sensor", {"temperature": 21.5, "motion": True})])


def test_greeting_tells_state_and_what_the_board_has():
    remote, _, outbox, _ = make()
    remote.greeting()
    told = dict(sent(outbox))
    equal(told["boards/hall/state"], "online")
    info = told["boards/hall/info"]
    equal(info["buttons"], [{"number": 1, "events": ["single"]}])
    equal((info["knobs"], info["sensors"], info["model"]), ([{"number": 1}], ["motion"], "ESP32"))
    equal(told["boards/hall/telemetry"]["heap"], 100000)


def test_wishes_that_are_right_are_kept_and_in_force():
    remote, ports, outbox, _ = make()
    remote.heard("boards/hall/config", b'{"label":"New","buttons":[]}', True)
    equal((remote.settings.label, remote.settings.buttons), ("New", []))
    equal(ports.kept, {"label": "New", "buttons": []})
    true(remote.changed.is_set())
    told = dict(sent(outbox))
    equal((told["boards/hall/configured"], told["boards/hall/info"]["label"]), ({"accepted": True}, "New"))


def test_wishes_that_come_again_change_nothing_anew():
    remote, _, _, _ = make()
    remote.heard("boards/hall/config", b'{"label":"New"}', True)
    remote.changed.clear()
    remote.heard("boards/hall/config", b'{"label":"New"}', True)
    equal(remote.changed.is_set(), False)


def test_wishes_that_are_wrong_change_nothing_and_say_why():
    for payload, reason in ((b"{", "right JSON"), (b"[]", "takes an object"), (b'{"label":"New","keep":-1}', "keep: takes"), (b"\xff\xfe", "")):
        remote, ports, outbox, status = make()
        remote.heard("boards/hall/config", payload, True)
        equal((remote.settings.label, ports.kept, remote.changed.is_set(), status.error), ("", {}, False, "config"))
        told = dict(sent(outbox))["boards/hall/configured"]
        equal(told["accepted"], False)
        has(told["reason"], reason)


def test_wishes_that_the_flash_cannot_keep_change_nothing_and_say_why():
    remote, ports, outbox, _ = make()

    def full(wishes):
        raise OSError(28)

    ports.keep_wishes = full
    remote.heard("boards/hall/config", b'{"label":"New"}', True)
    equal(remote.settings.label, "")
    has(sent(outbox)[-1][1]["reason"], "cannot be kept: the flash says")


def test_wishes_of_any_kind_end_no_connection():
    # A payload that raises where it is heard would come again with each connection, as it is retained.
    for payload in (b"{1:2}", b'{"a":1e999}', b'{"keep":1e999}', b'{"buttons":[[]]}', b'{"buttons":[{"pin":1e999}]}', b"[]", b"null", b"\xff", b'{"led":{"pin":null}}'):
        remote, _, outbox, _ = make()
        remote.heard("boards/hall/config", payload, True)
        equal([topic for topic, _ in sent(outbox)], ["boards/hall/configured"], payload)


def test_wishes_cut_and_garbled_at_random_end_no_connection():
    whole = json.dumps({key: CONFIG[key] for key in ("buttons", "knobs", "sensors")}).encode()
    seed = 20
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(3):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            data[(seed >> 8) % len(data)] = b'{}[]",:0a\xff'[(seed >> 4) % 10]
        remote, _, outbox, _ = make()
        remote.heard("boards/hall/config", bytes(data), True)
        true(sent(outbox), data)


def test_an_empty_wish_takes_the_wishes_away():
    remote, ports, _, _ = make()
    remote.heard("boards/hall/config", b'{"label":"New"}', True)
    remote.heard("boards/hall/config", b"", False)
    equal((remote.settings.label, ports.kept), ("", {}))


def test_what_nobody_hears_for_changes_nothing():
    remote, _, outbox, _ = make()
    remote.heard("boards/other/config", b'{"label":"New"}', True)
    remote.heard("boards/hall/else", b"x", False)
    equal((remote.settings.label, sent(outbox)), ("", []))


def test_a_part_that_hears_is_given_what_comes():
    remote, _, _, _ = make()
    heard = []
    remote.hear("update", lambda payload, retained: heard.append((payload, retained)))
    remote.heard("boards/hall/update", b"x", False)
    equal(heard, [(b"x", False)])
    equal(sorted(remote.filters()), ["boards/hall/config", "boards/hall/update", "lifx/bridge/state"])


def test_newer_press_that_a_lamp_took_ends_an_older_one_that_waits_for_the_broker():
    remote, _, outbox, _ = make()
    answers = [(False, {"state": "OFF"}), None, (True, None), None]

    class Lan:
        async def do(self, action):
            return answers.pop(0) or (False, action.command)

    remote.use_lan(Lan())
    for _ in range(2):
        remote.emit("button", 1, {"event_type": "single"})

    async def go():
        going = asyncio.create_task(remote._go_own_ways())
        await asyncio.sleep_ms(20)
        going.cancel()

    asyncio.run(go())
    equal([topic for topic, _ in sent(outbox) if topic.startswith("lifx")], ["lifx/label/B/set", "lifx/label/B/set"])


def test_while_the_broker_is_away_the_lan_is_asked_first():
    remote, _, outbox, _ = make()

    class Lan:
        asked = []

        async def do(self, action):
            self.asked.append(action.to)
            return (True, None) if action.to == "label/A" else (False, {"state": "ON"})

    remote.use_lan(Lan())
    remote.emit("button", 1, {"event_type": "single"})

    async def go():
        going = asyncio.create_task(remote._go_own_ways())
        await asyncio.sleep_ms(20)
        going.cancel()

    asyncio.run(go())
    equal(Lan.asked, ["label/A", "label/B"])
    told = sent(outbox)
    equal([topic for topic, _ in told], ["boards/hall/button/1", "boards/hall/done", "lifx/label/B/set"])
    equal(told[1][1], {"to": "label/A", "command": {"state": "TOGGLE"}, "via": "lan"})
    # What is left of it, and not the toggle, which a lamp may have done whose answer was lost.
    equal(told[2][1]["state"], "ON")
