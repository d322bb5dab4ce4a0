import esp32
from boards import esp32_c3 as board
from expect import equal, raises
from ports import sleep
from remote.battery import Woken, parse, woken_by
from remote.buttons import parse as buttons


def button(do=("single",), **keys):
    value = {"pin": 2, "debounce": 20, "wait": 300, "hold": 600, "events": list(do)}
    value.update(keys)
    return buttons("buttons", [value])[0]


def play(which, let_go, again=None, until=3000):
    """Events with their time, and when it was over: let go at `let_go`, pressed for 100 ms more at `again`."""
    woken, found = Woken(which), []
    for now in range(0, until, 5):
        down = now < let_go or again is not None and again <= now < again + 100
        found += [(event, now) for event in woken.update(down, now)]
        if woken.is_over(now):
            return found, now
    return found, None


def test_single_alone_is_told_at_once():
    equal(play(button(), 100)[0], [("single", 0)])


def test_single_with_hold_is_told_on_letting_go():
    equal(play(button(("single", "hold")), 200), ([("single", 220)], 220))


def test_hold_is_told_while_it_is_held_and_release_after():
    equal(play(button(("single", "hold", "release")), 1000)[0], [("hold", 600), ("release", 1020)])


def test_double_is_waited_for():
    equal(play(button(("single", "double")), 100, 250)[0], [("double", 270)])
    equal(play(button(("single", "double")), 100)[0], [("single", 420)])


def test_a_press_that_nothing_is_bound_to_is_over_too():
    found, over = play(button(("hold",)), 100)
    equal(found, [])
    equal(over is not None and over < 500, True)


def test_a_press_that_goes_on_is_not_over():
    equal(play(button(("single",)), 10000), ([("single", 0)], None))


def test_woken_by_those_that_are_pressed():
    both = buttons("buttons", [{"pin": 2}, {"pin": 3}])
    equal(woken_by(both, lambda button: button.pin == 3), [both[1]])
    equal(woken_by(both, lambda button: False), [])
    equal(woken_by(both[:1], lambda button: False), both[:1])


def test_times_are_given_in_seconds():
    battery = parse("battery", {"awake": 8, "every": 900})
    equal((battery.awake, battery.every), (8000, 900000))


def test_pins_that_cannot_wake_the_chip_do_not_keep_it_from_sleeping():
    asked = []
    esp32.wake_on_ext1 = lambda pins, level: asked.append(([pin.number for pin in pins], level))
    for buttons, wanted in (([button(pin=4), button(pin=9)], [([4], False)]), ([button(pin=9)], []), ([], [])):
        asked.clear()
        raises(SystemExit, "", sleep.rest, {}, buttons, 900000, board)
        equal(asked, wanted)


def test_chip_that_is_woken_by_any_pin_is_asked_with_the_levels_that_it_has():
    asked = []
    esp32.wake_on_gpio = lambda pins, level: asked.append(level)
    try:
        for active in ("low", "high"):
            raises(SystemExit, "", sleep.rest, {}, [button(pin=4, active=active)], 0, board)
    finally:
        del esp32.wake_on_gpio
    equal(asked, [esp32.WAKEUP_ALL_LOW, esp32.WAKEUP_ANY_HIGH])
