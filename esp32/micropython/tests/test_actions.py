from expect import equal, raises
from remote.actions import Action, command, parse
from remote.check import Wrong

# As docs/mqtt.md has them, and the JSON that means the same and can carry an id.
SAME = (
    ("ON", {"state": "ON"}),
    ("toggle", {"state": "TOGGLE"}),
    (40, {"brightness_pct": 40}),
    ("40", {"brightness_pct": 40}),
    (0, {"brightness_pct": 0}),
    (25.5, {"brightness_pct": 25.5}),
    ("+10", {"brightness_step_pct": 10}),
    ("-10", {"brightness_step_pct": -10}),
    ({"state": "OFF", "transition": 2}, {"state": "OFF", "transition": 2}),
)
WRONG = ("BLINK", 101, -10, "+101", True, None, {}, [], "", "+", {"brightness_step": 300}, {"hue_step": "a lot"})


def test_command_in_each_form_means_the_same_as_json():
    for given, wanted in SAME:
        equal(command("c", given), wanted, repr(given))


def test_command_that_is_none_is_told():
    for given in WRONG:
        raises(Wrong, "c", command, "c", given)


def test_parse_takes_one_action_or_a_list():
    done = parse("do", {"single": {"to": "all", "command": "ON"}, "hold": [{"to": "label/A", "command": 1}, {"to": "label/B", "command": 2}]}, ("single", "hold"))
    equal([(each.to, each.command) for each in done["hold"]], [("label/A", {"brightness_pct": 1}), ("label/B", {"brightness_pct": 2})])
    equal(len(done["single"]), 1)


def test_parse_of_an_event_that_there_is_not_is_told():
    raises(Wrong, "do.tripple: is not known here", parse, "do", {"tripple": {"to": "all", "command": "ON"}}, ("single", "triple"))


def test_times_multiplies_steps_and_ends_at_the_end_of_the_scale():
    turned = Action("all", {"brightness_step_pct": 4, "hue_step": -20, "transition": 0.2})
    equal(turned.times(3).command, {"brightness_step_pct": 12, "hue_step": -60, "transition": 0.2})
    equal(turned.times(-50).command, {"brightness_step_pct": -100, "hue_step": 360, "transition": 0.2})
