import random

from expect import equal, true
from remote.link import CONNECT, JOIN, RESTART, WAIT, Backoff, Link


def never():
    return 0


def test_backoff_without_jitter_doubles_to_a_minute():
    backoff = Backoff(never)
    equal([backoff.failed() for _ in range(8)], [1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000])


def test_backoff_after_a_success_begins_anew():
    backoff = Backoff(never)
    backoff.failed()
    backoff.failed()
    backoff.worked()
    equal(backoff.failed(), 1000)


def test_backoff_with_jitter_stays_between_half_and_all():
    for _ in range(200):
        true(500 <= Backoff(random.random).failed() <= 1000)


def test_link_without_wifi_joins_and_joins_anew_after_15_s():
    link = Link(never, 0)
    equal(link.next(0, False), (JOIN, 200))
    equal(link.next(14999, False), (WAIT, 200))
    equal(link.next(15000, False), (JOIN, 200))


def test_link_with_wifi_connects_at_once():
    link = Link(never, 0)
    link.next(0, False)
    equal(link.next(300, True), (CONNECT, 0))


def test_link_that_failed_waits_longer_each_time():
    link = Link(never, 0)
    now, waits = 0, []
    for _ in range(3):
        link.failed(now)
        began = now
        while link.next(now, True)[0] == WAIT:
            now += link.next(now, True)[1]
        waits.append(now - began)
    equal(waits, [1000, 2000, 4000])


def test_link_let_in_for_long_begins_its_waits_anew():
    link = Link(never, 0)
    for _ in range(5):
        link.failed(0)
    link.let_in(100000)
    link.failed(200000)
    equal(link.next(200999, True)[0], WAIT)
    equal(link.next(201000, True), (CONNECT, 0))


def test_link_thrown_out_at_once_goes_on_with_its_waits():
    link = Link(never, 0)
    link.failed(0)
    link.let_in(1000)
    link.failed(1100)
    equal(link.next(3099, True)[0], WAIT)
    equal(link.next(3100, True), (CONNECT, 0))


def test_link_after_wifi_came_back_does_not_wait_out_its_time():
    link = Link(never, 0)
    for _ in range(6):
        link.failed(0)
    equal(link.next(100, False), (JOIN, 200))
    equal(link.next(300, True), (CONNECT, 0))


def test_link_counts_only_connections_that_it_had():
    link = Link(never, 0)
    link.failed(0)
    link.failed(1)
    equal(link.losses, 0)
    link.let_in(2)
    link.failed(3)
    link.failed(4)
    equal(link.losses, 1)


def test_link_without_the_broker_for_long_restarts_and_never_where_not_asked():
    link = Link(never, 0, 900000)
    link.failed(0)
    equal(link.next(899999, True)[0], CONNECT)
    equal(link.next(900000, True), (RESTART, 0))
    equal(Link(never, 0, 0).next(10**9, True), (CONNECT, 0))


def test_link_that_was_let_in_does_not_restart():
    link = Link(never, 0, 900000)
    link.let_in(1000)
    equal(link.next(2000000, True)[0], CONNECT)
