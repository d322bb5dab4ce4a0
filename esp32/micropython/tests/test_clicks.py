import random

from expect import equal, true
from remote.clicks import Clicks, Debounce

ALL = ("single", "double", "triple", "hold", "release")
WEIGHT = {"single": 1, "double": 2, "triple": 3, "hold": 1, "release": 0}


def run(events, edges, until=5000, step=5, debounce=20):
    """`edges`: ms at which the contact changes, first to pressed. Gives [(ms, event)], looked at each `step` ms."""
    contact, clicks = Debounce(debounce), Clicks(events)
    found = []
    for now in range(0, until, step):
        pressed = sum(1 for edge in edges if edge <= now) % 2 == 1
        found += [(now, event) for event in clicks.update(contact.update(pressed, now), now)]
    return found


# (what, events wanted, ms at which the contact changes, what comes at which ms). 20 ms debouncing, 300 ms for another click, 600 ms for a hold.
TABLE = (
    ("nothing else is bound: at the press", ("single",), (100, 200), [(120, "single")]),
    ("nothing else is bound: once, however long", ("single",), (100, 4000), [(120, "single")]),
    ("two quick ones are two singles", ("single",), (100, 150, 200, 250), [(120, "single"), (220, "single")]),
    ("hold is bound: on letting go", ("single", "hold"), (100, 200), [(220, "single")]),
    ("hold is bound: after 600 ms, and nothing on letting go", ("single", "hold"), (100, 2000), [(720, "hold")]),
    ("just under a hold", ("single", "hold"), (100, 695), [(715, "single")]),
    ("hold and release", ("single", "hold", "release"), (100, 2000), [(720, "hold"), (2020, "release")]),
    ("only hold: a short one is nothing", ("hold",), (100, 200), []),
    ("only release: after a long one", ("release",), (100, 2000), [(2020, "release")]),
    ("a single waits where a double may come", ("single", "double"), (100, 200), [(520, "single")]),
    ("a single that goes on waits no longer", ("single", "double"), (100, 2000), [(420, "single")]),
    ("a double at the second press", ("single", "double"), (100, 200, 300, 400), [(320, "double")]),
    ("a double with holds about: on letting go", ("single", "double", "hold"), (100, 200, 300, 400), [(420, "double")]),
    ("two that are too far apart", ("single", "double"), (100, 200, 700, 800), [(520, "single"), (1120, "single")]),
    ("a triple", ("single", "double", "triple"), (100, 150, 250, 300, 400, 450), [(420, "triple")]),
    ("a double where a triple may come", ("single", "double", "triple"), (100, 150, 250, 300), [(620, "double")]),
    ("two where only a triple is known are two singles", ("single", "triple"), (100, 150, 250, 300), [(620, "single"), (620, "single")]),
    ("a click and a hold", ("single", "double", "hold"), (100, 200, 300, 2000), [(920, "single"), (920, "hold")]),
    ("four where doubles are known", ("single", "double"), (100, 150, 250, 300, 400, 450, 550, 600), [(270, "double"), (570, "double")]),
    ("bounces at the press", ("single",), (100, 102, 105, 109, 112, 118, 121, 400), [(145, "single")]),
    ("bounces at both ends", ("single", "hold"), (100, 103, 106, 300, 304, 307, 311, 316), [(340, "single")]),
    ("bounces at both ends of a double", ("single", "double"), (100, 104, 109, 200, 207, 213, 300, 306, 311, 400), [(335, "double")]),
    ("a spark of 15 ms", ("single",), (100, 115), []),
    ("a spark while it is held", ("single", "hold", "release"), (100, 300, 315, 2000), [(720, "hold"), (2020, "release")]),
    ("chatter that never stays", ("single",), tuple(range(100, 2100, 10)), []),
)


def test_table_of_presses_gives_what_stands_there():
    for what, events, edges, wanted in TABLE:
        equal(run(events, edges), wanted, what)


def test_debounce_of_nothing_takes_each_level_at_once():
    equal(run(("single",), (100, 105, 110, 115), debounce=0), [(100, "single"), (110, "single")])


def test_button_pressed_from_the_start_counts_once_it_was_let_go():
    for events in (("single",), ("single", "double", "hold", "release")):
        contact, clicks = Debounce(20, True), Clicks(events, pressed=True)
        found = []
        for now in range(0, 3000, 5):
            found += clicks.update(contact.update(now < 900 or 1500 <= now < 1600, now), now)
        equal(found, ["single"])


def test_looked_at_too_seldom_a_hold_is_still_a_hold():
    clicks = Clicks(("single", "hold", "release"))
    clicks.update(True, 0)
    equal(clicks.update(False, 7000), ["hold", "release"])


def test_looked_at_too_seldom_clicks_are_still_told_apart():
    clicks = Clicks(("single", "double"))
    for down, now in ((True, 0), (False, 100)):
        clicks.update(down, now)
    equal(clicks.update(False, 9000), ["single"])


def _bouncing(rng, at):
    """Edges of one change of the contact: an odd number of them within 15 ms."""
    times = sorted(at + rng(15) for _ in range(2 * rng(4)))
    return [at] + [each + 1 for each in times]


def _presses(rng):
    """Random presses, bounces and all: (edges, number of presses)."""
    edges, now, count = [], 100, 1 + rng(8)
    for _ in range(count):
        edges += _bouncing(rng, now)
        now += 60 + rng(1200)
        edges += _bouncing(rng, now)
        now += 60 + rng(500)
    return edges, count


def test_each_press_whatever_the_bounces_ends_in_exactly_one_event():
    random.seed(20261128)
    for number in range(400):
        wanted = ("single",) + tuple(event for event in ALL[1:] if random.getrandbits(1))
        if "release" in wanted and "hold" not in wanted:
            wanted += ("hold",)
        edges, count = _presses(lambda most: random.getrandbits(16) % most)
        found = [event for _, event in run(wanted, edges, edges[-1] + 1000, step=2 + number % 4)]
        equal(sum(WEIGHT[event] for event in found), count, "case %d: %s of %s: %s" % (number, wanted, edges, found))
        equal(found.count("release"), found.count("hold") if "release" in wanted else 0, "case %d" % number)


def test_whatever_the_level_does_no_event_comes_that_is_not_wanted():
    random.seed(7)
    for number in range(200):
        wanted = tuple(event for event in ALL if random.getrandbits(1)) or ("hold",)
        contact, clicks, now = Debounce(20), Clicks(wanted), 0
        for _ in range(300):
            now += 1 + random.getrandbits(8)
            for event in clicks.update(contact.update(random.getrandbits(1) == 1, now), now):
                true(event in wanted, "case %d: %s" % (number, event))
