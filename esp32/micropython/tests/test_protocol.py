"""The cases of esp32/protocol, by the board's own code. The bridge's tests read the same files."""

import json

from expect import equal, true
from remote import actions, settings, talk
from remote.check import Wrong
from remote.core import Remote
from remote.outbox import Outbox
from remote.status import Status

FOLDER = __file__.rsplit("/", 1)[0] + "/../../protocol/"
BASE = {"name": "hall", "wifi": {"ssid": "home"}, "mqtt": {"host": "10.0.0.5", "password": "x"}}
TOPICS = talk.Topics("hall", "lifx", "boards")
EVENTS = ("single", "turn")


def cases(name):
    with open(FOLDER + name) as file:
        found = json.load(file)
    true(found, name)
    return found


class Clock:
    def now(self):
        return 0


class Store:
    def wishes(self):
        return {}

    def keep_wishes(self, wishes):
        pass

    def address(self):
        return None


class Wifi:
    def mac(self):
        return "84:f7:03:aa:bb:cc"

    def rssi(self):
        return -50


class Heap:
    def figures(self):
        return {"heap": 1}


class Ports:
    clock, store, wifi, heap = Clock(), Store(), Wifi(), Heap()
    net, restart, model = None, None, "ESP32-C3"

    def random(self):
        return 0


def remote(config=BASE):
    """A board that nobody lets in, and what waits in it to be sent."""
    outbox = Outbox()
    return Remote(config, settings.parse(config), Ports(), Status(lambda line: None), "0a1b2c3d", lambda line: None, outbox=outbox), outbox


def sent(outbox):
    """{topic: payload} of all that waits."""
    found, message = {}, outbox.next(0)
    while message:
        # The board's state is a word.
        found[message.topic] = json.loads(message.payload) if message.payload[:1] == b"{" else message.payload.decode()
        message = outbox.next(0)
    return found


def test_events_are_told_as_the_cases_have_them():
    for case in cases("events.json"):
        equal(TOPICS.own("%s/%d" % (case["kind"], case["number"])), case["topic"], case["name"])
        equal(json.loads(talk.event(case["event"], case["seq"])), case["payload"], case["name"])


def test_commands_are_given_as_the_cases_have_them():
    for case in cases("commands.json"):
        kind, event = ("knob", {"event_type": "turn", "steps": case["steps"]}) if "steps" in case else ("button", {"event_type": "single"})
        control = {"pins": [4, 5]} if kind == "knob" else {"pin": 9}
        control["do"] = {event["event_type"]: {"to": case["to"], "command": case["command"]}}
        board, outbox = remote(dict(BASE, **{kind + "s": [control]}))
        board.emit(kind, 1, event)
        equal(sent(outbox).get(case["topic"]), case["payload"], case["name"])


def test_info_is_told_as_the_cases_have_it():
    for case in cases("info.json"):
        found = json.loads(talk.info(settings.parse(dict(BASE, **case["config"])), Ports.model, Wifi().mac()))
        true(found.pop("firmware"), case["name"])
        equal(found, case["payload"], case["name"])


def test_sensors_are_told_as_the_cases_have_them():
    for case in cases("sensors.json"):
        board, outbox = remote()
        for told in case["told"]:
            board.emit("sensor", 0, told)
        equal(sent(outbox), {case["topic"]: case["payload"]}, case["name"])


def test_wished_settings_are_taken_or_refused_as_the_cases_have_it():
    for case in cases("config.json"):
        board, outbox = remote()
        board.heard("boards/hall/config", case["payload"].encode(), True)
        wanted = {"accepted": True} if case["reason"] is None else {"accepted": False, "reason": case["reason"]}
        equal(sent(outbox)["boards/hall/configured"], wanted, case["name"])


def test_results_are_what_the_cases_have():
    for case in cases("results.json"):
        equal(json.loads(case["payload"]), case["result"], case["name"])
        if case["command"]:
            equal(case["command"][: -len("set")] + "result", case["topic"], case["name"])
        else:
            equal(TOPICS.leaf(case["topic"]), "result", case["name"])


def test_actions_that_are_wrong_are_refused():
    for command in ("maybe", 101, -1, "+101", True, {}, {"brightness_step": 256}, None):
        try:
            actions.parse("do", {"single": {"to": "all", "command": command}}, EVENTS)
        except Wrong as wrong:
            true("command" in str(wrong), str(wrong))
        else:
            raise AssertionError("%r is taken" % (command,))
