import random

from expect import equal, raises
from remote import mqtt


def test_hello_with_a_will_has_all_its_fields():
    equal(
        mqtt.hello("hall", "u", "p", 30, ("boards/hall/state", b"offline")),
        b"\x10\x32"  # CONNECT, 50 bytes
        b"\x00\x04MQTT\x04"  # the protocol and its level
        b"\xee"  # user, password, will retained at QoS 1, clean session
        b"\x00\x1e"  # keep alive 30 s
        b"\x00\x04hall"
        b"\x00\x11boards/hall/state\x00\x07offline"
        b"\x00\x01u\x00\x01p",
    )


def test_hello_without_a_will_says_so_in_its_flags():
    equal(mqtt.hello("a", "u", "p", 5)[9], 0xC2)


def test_publish_at_qos_1_carries_a_number():
    equal(mqtt.publish("a/b", b"ON", 1, False, 258), b"\x32\x09\x00\x03a/b\x01\x02ON")


def test_publish_at_qos_0_carries_none():
    equal(mqtt.publish("a", b"x", 0, True), b"\x31\x04\x00\x01ax")


def test_publish_of_200_bytes_has_two_bytes_of_length():
    equal(mqtt.publish("a", bytes(197))[:3], b"\x30\xc8\x01")


def test_subscribe_asks_for_each_filter():
    equal(mqtt.subscribe(1, ("a", "b")), b"\x82\x0a\x00\x01\x00\x01a\x01\x00\x01b\x01")


def test_published_taken_apart_is_what_was_published():
    sent = mqtt.publish("boards/hall/config", b"{}", 1, True, 7)
    equal(mqtt.published(sent[0] & 15, sent[2:]), ("boards/hall/config", b"{}", True, 7))


def test_published_that_ends_early_is_broken():
    raises(mqtt.Broken, "ends", mqtt.published, 0, b"\x00\x09abc")
    raises(mqtt.Broken, "ends", mqtt.published, 2, b"\x00\x03abc\x01")
    raises(mqtt.Broken, "QoS 2", mqtt.published, 4, b"\x00\x01a\x00\x01")


def test_parser_given_any_pieces_cuts_the_same_packets():
    seed = random.getrandbits(30)
    random.seed(seed)
    for _ in range(200):
        sent, wanted = b"", []
        for number in range(1, random.randint(2, 6)):
            body = bytes(random.randint(0, 300))
            packet = mqtt.publish("a/b", body, 1, False, number)
            sent += packet + b"\xd0\x00" + mqtt.ack(number)
            wanted += [(3, 2), (13, 0), (4, 0)]
        parser, found = mqtt.Parser(), []
        while sent:
            cut = random.randint(1, 97)
            found += [(kind, flags) for kind, flags, _ in parser.feed(sent[:cut])]
            sent = sent[cut:]
        equal(found, wanted, "seed %d" % seed)


def test_parser_given_a_message_too_long_passes_it_over_and_goes_on():
    parser = mqtt.Parser(100)
    sent = mqtt.publish("a", bytes(5000)) + mqtt.publish("a", b"next")
    found = []
    for place in range(0, len(sent), 64):
        found += parser.feed(sent[place : place + 64])
        equal(len(parser._held) <= 170, True, "what it holds")
    equal([body for _, _, body in found], [b"\x00\x01anext"])
    equal(parser.passed_over, 1)


def test_parser_given_what_no_broker_sends_is_broken():
    for wrong in (b"HTTP/1.1 400", b"\x15\x03\x03\x00\x02\x02\x46", b"\x30\xff\xff\xff\xff\x01", b"\x20\x03\x00\x00\x00", b"\x21\x02\x00\x00"):
        raises(mqtt.Broken, "", mqtt.Parser().feed, wrong)


def test_parser_given_random_bytes_ends_or_is_broken():
    seed = random.getrandbits(30)
    random.seed(seed)
    for _ in range(2000):
        parser = mqtt.Parser(64)
        try:
            for _ in range(20):
                parser.feed(bytes(random.getrandbits(8) for _ in range(random.randint(1, 40))))
                equal(len(parser._held) < 200, True, "what it holds, seed %d" % seed)
        except mqtt.Broken:
            pass
