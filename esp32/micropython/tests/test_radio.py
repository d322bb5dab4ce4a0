"""Wi-Fi, clock and client where a board is in trouble: a radio that refuses, a flash that is full, a time server without a time."""

import struct

import world
from expect import equal, has
from ports.clock import time_of
from ports.wifi import Wifi
from remote.client import Client
from remote.outbox import Outbox
from remote.settings import parse
from remote.status import WIFI, Status

SETTINGS = parse({"name": "hall", "wifi": {"ssid": "home"}, "mqtt": {"host": "192.168.1.5"}})


def answer(seconds, stratum=2):
    """Of an NTP server, with the seconds since 1900."""
    return bytes((0x24, stratum)) + bytes(38) + struct.pack("!I", seconds & 0xFFFFFFFF) + bytes(4)


def test_time_of_a_server_counts_from_2000_also_when_its_count_has_begun_anew():
    equal(time_of(answer(3155673600 + 757382400)), 757382400)
    equal(time_of(answer((1 << 32) + 5)), (1 << 32) + 5 - 3155673600)


def test_answer_of_a_server_without_a_time_is_none():
    equal(time_of(answer(3155673600 + 757382400, stratum=0)), None)
    equal(time_of(answer(0)[:40]), None)


def test_wifi_says_why_it_is_not_let_in():
    wifi = Wifi(SETTINGS)
    world.link.update(up=False, status=15)
    try:
        wifi.join()
        equal((wifi.joined(), wifi.why()), (False, 15))
    finally:
        world.link.update(up=True, status=201)


def test_scan_among_names_that_are_no_text_finds_the_strongest():
    world.air[:] = [(b"\xff\xfe", b"\x01" * 6, 1, -20, 3, False), (b"home", b"\x02" * 6, 6, -70, 3, False), (b"home", b"\x03" * 6, 11, -40, 3, False)]
    try:
        equal(Wifi(SETTINGS).seen(), ("03" * 6, 11))
    finally:
        world.air.clear()


class Ports:
    """A radio that refuses and a flash that is full."""

    def __init__(self):
        self.clock = self.wifi = self.store = self

    def now(self):
        return 0

    def random(self):
        return 0

    def address(self):
        return None

    def why(self):
        return 1000

    def join(self):
        raise RuntimeError("Wifi Unknown Error 0x3005")

    def keep_address(self, address):
        raise OSError(28)


class Board:
    """What a client is told by."""

    greeted = 0

    def greeting(self):
        self.greeted += 1


def test_radio_that_refuses_is_said_and_tried_again():
    status = Status(say=lambda line: None)
    client = Client(SETTINGS, Ports(), Board(), Outbox(), status, print)
    client._join()
    equal((status.word, status.error), (WIFI, "wifi"))
    has(status.sentence, "Wifi Unknown Error")


def test_full_flash_keeps_no_address_and_the_connection_stays():
    said, board = [], Board()
    client = Client(SETTINGS, Ports(), board, Outbox(), Status(say=lambda line: None), said.append)
    client._let_in(object(), "192.168.1.5")
    client._let_in(object(), "192.168.1.6")
    equal((board.greeted, client.is_in()), (2, True))
    has(said[0], "the broker's address is not kept")
