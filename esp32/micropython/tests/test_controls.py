from expect import equal, raises
from remote import buttons, knobs
from remote.check import Wrong

DESK = {"to": "label/Desk Lamp", "command": "TOGGLE"}


def button(**keys):
    return buttons.parse("buttons", [dict({"pin": 9}, **keys)])[0]


def knob(**keys):
    return knobs.parse("knobs", [dict({"pins": [4, 5]}, **keys)])[0]


def test_button_that_says_only_its_pin_has_the_usual_rest():
    found = button()
    equal((found.number, found.active, found.pull, found.debounce, found.wait, found.hold), (1, "low", "up", 20, 300, 600))
    equal(found.describe(), {"number": 1, "events": ["single", "double", "hold", "release"]})


def test_button_with_something_to_do_has_only_those_events():
    found = button(label="Left", do={"hold": DESK, "single": DESK})
    equal(found.describe(), {"number": 1, "events": ["single", "hold"], "label": "Left"})
    equal(found.do["single"][0].command, {"state": "TOGGLE"})


def test_button_with_named_events_has_these():
    equal(button(events=["triple", "single"], do={"single": DESK}).events, ("single", "triple"))


def test_button_active_high_is_pulled_down():
    equal(button(active="high").pull, "down")


def test_buttons_are_numbered_by_their_place_unless_they_say():
    found = buttons.parse("buttons", [{"pin": 1}, {"pin": 2, "number": 7}, {"pin": 3}])
    equal([each.number for each in found], [1, 7, 3])


def test_button_that_is_wrong_is_told_with_its_place():
    for value, line in (
        ({}, "buttons[0].pin: is missing"),
        ([], "buttons[0]: takes an object { ... }"),
        ({"pin": "9"}, "buttons[0].pin: takes a whole number from 0 to 48, not '9'"),
        ({"pin": True}, "buttons[0].pin: takes a whole number from 0 to 48, not True"),
        ({"pin": 9, "colour": 1}, "buttons[0].colour: is not known here; there are active, debounce"),
        ({"pin": 9, "active": "up"}, "buttons[0].active: is one of low, high, not 'up'"),
        ({"pin": 9, "debounce": -1}, "buttons[0].debounce: takes a whole number from 0 to 500, not -1"),
        ({"pin": 9, "hold": 50}, "buttons[0].hold: takes a whole number from 100 to 10000, not 50"),
        ({"pin": 9, "events": ["click"]}, "buttons[0].events[0]: is one of single, double, triple, hold, release, not 'click'"),
        ({"pin": 9, "events": []}, "buttons[0].events: names at least one of single"),
        ({"pin": 9, "events": ["hold"], "do": {"single": DESK}}, "buttons[0].events: has no single, but there is something to do at it"),
        ({"pin": 9, "do": {"turn": DESK}}, "buttons[0].do.turn: is not known here"),
        ({"pin": 9, "do": {"single": {"to": "all"}}}, "buttons[0].do.single.command: is missing"),
    ):
        raises(Wrong, line, buttons.parse, "buttons", [value])


def test_knob_that_says_only_its_pins_has_the_usual_rest():
    found = knob()
    equal((found.pins, found.number, found.detent, found.faster, found.reverse), ((4, 5), 1, 4, 4, False))
    equal(knob(label="Dimmer").describe(), {"number": 1, "label": "Dimmer"})


def test_knob_that_is_wrong_is_told_with_its_place():
    for value, line in (
        ({}, "knobs[0].pins: takes two"),
        ({"pins": [4]}, "knobs[0].pins: takes two"),
        ({"pins": [4, 4]}, "knobs[0].pins: takes two"),
        ({"pins": [4, 77]}, "knobs[0].pins[1]: takes a whole number from 0 to 48, not 77"),
        ({"pins": [4, 5], "detent": 3}, "knobs[0].detent: is one of 1, 2, 4, not 3"),
        ({"pins": [4, 5], "faster": 0}, "knobs[0].faster: takes a whole number from 1 to 20, not 0"),
        ({"pins": [4, 5], "do": {"single": DESK}}, "knobs[0].do.single: is not known here; there are turn"),
    ):
        raises(Wrong, line, knobs.parse, "knobs", [value])
