import json

from expect import equal, has, raises
from remote.check import Wrong
from remote.settings import parse, wished

ROOT = __file__.rsplit("/", 2)[0]
LEAST = {"name": "hall", "mqtt": {"host": "192.168.1.5"}}


def with_(**keys):
    config = dict(LEAST)
    config.update(keys)
    return config


def test_the_least_settings_have_the_usual_rest():
    settings = parse(LEAST)
    found = (settings.port, settings.tls, settings.ca, settings.username, settings.keep, settings.keep_alive, settings.restart_after, settings.telemetry)
    equal(found, (8883, True, "ca.der", "hall", 5000, 30, 900000, 60000))
    equal((settings.base, settings.boards, settings.buttons, settings.led, settings.ssid), ("lifx", "boards", [], None, ""))


def test_without_tls_the_port_is_the_other_and_no_authority_is_asked_for():
    settings = parse(with_(mqtt={"host": "a", "tls": False}))
    equal((settings.port, settings.ca), (1883, None))


def test_the_example_is_right():
    with open(ROOT + "/config.example.json") as file:
        settings = parse(json.load(file))
    equal([(button.pin, sorted(button.do)) for button in settings.buttons], [(9, ["hold", "single"])])


# What is wrong, and the line that says so.
WRONG = (
    ({}, "name: takes 1 to 32 letters"),
    ([], "takes an object"),
    (with_(name="a/b"), "name: takes"),
    (with_(name="a" * 33), "name: takes"),
    (with_(colour="red"), "colour: is not known here"),
    ({"name": "a"}, "mqtt: is missing"),
    (with_(mqtt={"host": ""}), "mqtt.host: takes one line of 1 to 253"),
    (with_(mqtt={"host": "a", "port": 0}), "mqtt.port: takes a whole number from 1 to 65535, not 0"),
    (with_(mqtt={"host": "a", "port": True}), "mqtt.port: takes a whole number"),
    (with_(mqtt={"host": "a", "tls": "yes"}), "mqtt.tls: takes true or false"),
    (with_(mqtt={"host": "a", "pasword": "x"}), "mqtt.pasword: is not known here"),
    (with_(wifi={"ssid": "a", "password": "short"}), "wifi.password: has at least 8"),
    (with_(wifi={"address": ["192.168.1.9"]}), "wifi.address: takes four"),
    (with_(wifi={"address": ["192.168.1.9", "255.255.255.0", "192.168.1.1", "dns"]}), "wifi.address[3]: takes an address"),
    (with_(wifi={"country": "de"}), "wifi.country: takes two capital letters"),
    (with_(topics={"base": "li+fx"}), "topics.base: takes levels"),
    (with_(keep=61), "keep: takes a number from 0 to 60"),
    (with_(telemetry=1), "telemetry: takes a whole number from 5"),
    (with_(label="a\nb"), "label: takes one line"),
    (with_(buttons={}), "buttons: takes a list"),
    (with_(buttons=[{"pin": 4}, {"pin": 5, "number": 1}]), "buttons[1]: has the number 1, as another one has"),
    (with_(buttons=[{"pin": 4, "do": {"single": {"to": "a/#", "command": "ON"}}}]), "buttons[0].do.single.to: is what stands"),
    (with_(buttons=[{"pin": 4, "do": {"single": {"to": "all"}}}]), "buttons[0].do.single.command: is missing"),
    (with_(battery={"awake": 1}), "battery.awake: takes a whole number from 3"),
)


def test_each_wrong_setting_is_told_with_its_place():
    for config, wanted in WRONG:
        has(str(raises(Wrong, "", parse, config)), wanted)


def test_no_wrong_setting_tells_a_password():
    for config in (with_(mqtt={"host": "a", "password": "geheim\n"}), with_(wifi={"password": "geheim"})):
        equal("geheim" in str(raises(Wrong, "", parse, config)), False)


def test_wishes_take_the_place_of_their_keys_only():
    _, settings = wished(with_(label="Old", area="Hall"), {"label": "New", "keep": 1})
    equal((settings.label, settings.area, settings.keep), ("New", "Hall", 1000))


def test_wishes_cannot_cut_the_board_off():
    for key in ("name", "mqtt", "wifi", "topics", "board", "battery", "ntp", "update", "watchdog"):
        raises(Wrong, key + ": can be set in config.json only", wished, LEAST, {key: {}})


def test_wishes_that_are_wrong_are_told_as_settings_are():
    raises(Wrong, "telemetry: takes", wished, LEAST, {"telemetry": 0})
