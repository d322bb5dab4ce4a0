import random

from expect import equal, true
from remote.turns import Pace, Quadrature

# The contacts of one detent to the right, from rest (both open, pulled up).
RIGHT = ((0, 1), (0, 0), (1, 0), (1, 1))
LEFT = tuple(reversed(RIGHT[:3])) + ((1, 1),)


def turn(levels, detent=4):
    knob = Quadrature(detent)
    return [knob.update(a, b) for a, b in levels]


def test_detent_to_the_right_is_one_and_to_the_left_minus_one():
    equal(turn(RIGHT), [0, 0, 0, 1])
    equal(turn(LEFT), [0, 0, 0, -1])


def test_detents_of_half_and_quarter_cycles_count_each():
    equal(turn(RIGHT, 2), [0, 1, 0, 1])
    equal(turn(RIGHT, 1), [1, 1, 1, 1])


def test_bounces_of_a_contact_add_up_to_nothing():
    bouncing = [(0, 1), (1, 1), (0, 1), (0, 0), (0, 1), (0, 0), (1, 0), (0, 0), (1, 0), (1, 1), (1, 0), (1, 1)]
    equal(sum(turn(bouncing)), 1)


def test_half_a_detent_and_back_is_nothing():
    equal(sum(turn([(1, 0), (0, 0), (1, 0), (1, 1)])), 0)


def test_jump_over_a_level_is_nothing_and_does_no_harm():
    equal(sum(turn([(0, 0), (1, 1)] + list(RIGHT))), 1)


def test_random_turns_with_bounces_are_counted_exactly():
    random.seed(20261128)
    for number in range(200):
        knob, wanted, found, levels = Quadrature(4), 0, 0, (1, 1)
        for _ in range(random.getrandbits(5)):
            way = 1 if random.getrandbits(1) else -1
            wanted += way
            for after in RIGHT if way > 0 else LEFT:
                for _ in range(random.getrandbits(2)):
                    found += knob.update(*after) + knob.update(*levels)
                found += knob.update(*after)
                levels = after
        equal(found, wanted, "case %d" % number)


def test_slow_turning_tells_each_detent_at_once():
    pace, told = Pace(4), []
    for now in range(0, 1000, 200):
        pace.turned(1, now)
        told.append(pace.due(now))
    equal(told, [1, 1, 1, 1, 1])


def test_quick_turning_counts_more_and_is_told_in_sums():
    pace, told = Pace(4), []
    for now in range(0, 300, 10):
        pace.turned(-1, now)
        told.append((now, pace.due(now)))
    equal([each for each in told if each[1]], [(0, -1), (100, -40), (200, -40)])


def test_acceleration_of_one_is_none():
    pace = Pace(1)
    for now in range(0, 95, 5):
        pace.turned(1, now)
    equal(pace.due(95), 19)


def test_speed_between_slow_and_fast_counts_between_one_and_most():
    counted = []
    for gap in (100, 90, 70, 50, 30, 15, 5):
        pace = Pace(10)
        pace.turned(1, 0)
        pace.turned(1, gap)
        counted.append(pace.due(gap) - 1)
    equal(counted, [1, 1, 3, 5, 8, 10, 10])


def test_turning_back_is_not_hastened():
    pace = Pace(10)
    pace.turned(1, 0)
    pace.due(0)
    pace.turned(-1, 10)
    equal(pace.due(200), -1)


def test_one_right_and_one_left_within_a_sum_tell_nothing():
    pace = Pace(1)
    pace.turned(1, 0)
    pace.due(0)
    pace.turned(1, 50)
    pace.turned(-1, 90)
    equal(pace.due(500), 0)


def test_no_sum_is_more_than_the_bridge_takes():
    pace = Pace(20)
    for now in range(500):
        pace.turned(1, now)
    true(pace.due(500) == 1000)
