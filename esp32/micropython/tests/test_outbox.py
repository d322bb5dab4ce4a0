from expect import equal
from remote.outbox import Message, Outbox


def press(name, until=None):
    return Message(name, b"", until=until)


def state(topic, payload):
    return Message(topic, payload, retain=True)


def drain(outbox, now=0):
    found = []
    while True:
        message = outbox.next(now)
        if message is None:
            return found
        found.append(message.topic)


def test_presses_come_in_their_order_and_before_states():
    outbox = Outbox()
    outbox.put_latest(state("s", b"1"))
    outbox.put(press("a"))
    outbox.put(press("b"))
    equal(drain(outbox), ["a", "b", "s"])


def test_a_full_outbox_drops_the_oldest_press_and_counts_it():
    outbox = Outbox(most=3)
    for name in "abcde":
        outbox.put(press(name))
    equal(drain(outbox), ["c", "d", "e"])
    equal(outbox.dropped, 2)


def test_a_press_too_old_is_dropped_and_counted():
    outbox = Outbox()
    outbox.put(press("a", until=5000))
    outbox.put(press("b", until=6000))
    equal(drain(outbox, 5001), ["b"])
    equal((outbox.late, outbox.dropped), (1, 0))


def test_a_press_at_the_end_of_its_time_still_goes():
    outbox = Outbox()
    outbox.put(press("a", until=5000))
    equal(drain(outbox, 5000), ["a"])


def test_of_a_state_only_the_newest_waits():
    outbox = Outbox()
    outbox.put_latest(state("s", b"1"))
    outbox.put_latest(state("t", b"1"))
    outbox.put_latest(state("s", b"2"))
    first = outbox.next(0)
    equal((first.topic, first.payload), ("s", b"2"))
    equal(drain(outbox), ["t"])


def test_no_more_than_the_window_are_out():
    outbox = Outbox(window=2)
    for name in "abc":
        outbox.put(press(name))
    first = outbox.next(0)
    outbox.next(0)
    equal(outbox.next(0), None)
    equal(outbox.acknowledged(first.number), True)
    equal(outbox.next(0).topic, "c")


def test_an_unknown_acknowledgement_changes_nothing():
    outbox = Outbox()
    outbox.put(press("a"))
    outbox.next(0)
    equal(outbox.acknowledged(999), False)
    equal(len(outbox), 1)


def test_what_was_out_comes_back_in_its_order_before_what_came_later():
    outbox = Outbox()
    for name in "abc":
        outbox.put(press(name))
    outbox.next(0)
    outbox.next(0)
    outbox.put(press("d"))
    outbox.back()
    equal(drain(outbox), ["a", "b", "c", "d"])


def test_what_comes_back_too_old_is_not_sent_again():
    outbox = Outbox()
    outbox.put(press("a", until=5000))
    outbox.next(0)
    outbox.back()
    equal(drain(outbox, 5001), [])
    equal(outbox.late, 1)


def test_a_state_that_comes_back_gives_way_to_a_newer_one():
    outbox = Outbox()
    outbox.put_latest(state("s", b"1"))
    outbox.next(0)
    outbox.put_latest(state("s", b"2"))
    outbox.back()
    equal(outbox.next(0).payload, b"2")
    equal(outbox.next(0), None)


def test_numbers_go_round_and_leave_out_those_that_are_out():
    outbox = Outbox(window=2)
    outbox._number = 65534
    seen = []
    for _ in range(3):
        outbox.put(press("a"))
        message = outbox.next(0)
        seen.append(message.number)
        if len(seen) > 1:
            outbox.acknowledged(message.number)
    equal(seen, [65535, 1, 2])
