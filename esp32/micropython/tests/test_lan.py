"""The way past broker and bridge: packets byte by byte against the worked ones of the protocol's reference, then to bulbs over real UDP."""

import asyncio

from bulb import Bulb
from expect import equal, raises, true
from ports.lan import Lan
from remote import lifx
from remote.actions import Action
from remote.check import Wrong

SERIAL = "d073d5001337"
# The source and serial of the worked packets.
SOURCE = 0x4D515454
# A lamp took it, and nothing is left for the broker.
DONE = True, None
LAMP = lifx.Lamp("label/Desk Lamp", bytes.fromhex(SERIAL), "127.0.0.1", 56700)


def worked(kind, payload, sequence, answer):
    return lifx.packet(LAMP, kind, payload, SOURCE, sequence, answer).hex()


def test_packet_that_asks_is_that_of_the_reference():
    equal(worked(lifx.LIGHT_GET, b"", 3, lifx.STATE), "240000145454514d" "d073d500133700000000000000000103" "000000000000000065000000")


def test_packet_that_puts_out_is_that_of_the_reference():
    kind, payload = lifx.plan(lifx.wish({"state": "OFF", "transition": 2}), True, 1, True)[0]
    equal(worked(kind, payload, 5, lifx.ACK), "2a0000145454514d" "d073d500133700000000000000000205" "000000000000000075000000" "0000d0070000")


def test_packet_that_dims_is_that_of_the_reference():
    kind, payload = lifx.plan(lifx.wish({"brightness_pct": 25, "transition": 0.5}), True, 1, True)[0]
    equal(
        worked(kind, payload, 7, lifx.ACK),
        "3d0000145454514d" "d073d500133700000000000000000207" "000000000000000077000000" "00000000000000400000f40100000000803f00000000000100",
    )


def test_acknowledgement_and_state_of_the_reference_are_read():
    ack = bytes.fromhex("240000145454514d" "d073d500133700000000000000000004" "00000000000000002d000000")
    equal(lifx.answered(ack, SOURCE), (LAMP.serial, 4, lifx.ACKNOWLEDGEMENT, b""))
    state = bytes.fromhex(
        "580000145454514d" "d073d500133700000000000000000003" "00000000000000006b000000" "5555ffff0080ac0d0000ffff4465736b" + "00" * 36
    )
    serial, sequence, kind, payload = lifx.answered(state, SOURCE)
    equal((serial, sequence, kind), (LAMP.serial, 3, lifx.LIGHT_STATE))
    equal(lifx.shows(payload), (True, 32768 / 65535))


def test_what_a_real_bulb_was_captured_to_answer_is_read_whatever_is_reserved():
    captured = bytes.fromhex("2600001418dd0000d073d53d032900004c49465856320100d0d8e89e4700000076000000ffff")
    equal(lifx.answered(captured, 0xDD18), (bytes.fromhex("d073d53d0329"), 0, 118, b"\xff\xff"))


def test_answers_to_others_and_broken_ones_are_nothing():
    ack = bytes.fromhex("240000145454514d" "d073d500133700000000000000000004" "00000000000000002d000000")
    for wrong in (b"", ack[:35], b"\x25" + ack[1:], b"\x10" + ack[1:], ack[:2] + b"\x01\x14" + ack[4:]):
        equal(lifx.answered(wrong, SOURCE), None)
    equal(lifx.answered(ack, SOURCE + 1), None)
    equal(lifx.shows(bytes(51)), None)


# (command, is on, level, any is on) -> (on, level in 65535ths or None, messages)
def test_plans_follow_what_the_bridge_would_do():
    for command, state, wanted in (
        ({"state": "ON"}, (False, 0.5, False), ["on"]),
        ({"state": "TOGGLE"}, (False, 0.5, False), ["on"]),
        ({"state": "TOGGLE"}, (True, 0.5, True), ["off"]),
        ({"state": "TOGGLE"}, (False, 0.5, True), ["off"]),
        ({"brightness": 0}, (True, 0.5, True), ["off"]),
        ({"brightness": 255}, (True, 0.5, True), ["65535 in 0"]),
        ({"brightness_pct": 40}, (False, 0.5, False), ["26214 in 0", "on"]),
        ({"brightness_pct": 40, "transition": 1}, (False, 0.5, False), ["26214 in 0", "on in 1000"]),
        ({"brightness_step_pct": 10}, (True, 0.5, True), ["39321 in 0"]),
        ({"brightness_step_pct": 80}, (True, 0.5, True), ["65535 in 0"]),
        ({"brightness_step_pct": -60}, (True, 0.5, True), ["off"]),
        ({"brightness_step": 51}, (False, 0.5, False), ["13107 in 0", "on"]),
        ({"brightness_step": -51}, (False, 0.5, False), ["off"]),
        ({"state": "ON", "color": "red"}, (False, 0.5, False), ["on"]),
        ({"state": "OFF", "brightness": 20}, (True, 0.5, True), ["off"]),
    ):
        equal([_words(*each) for each in lifx.plan(lifx.wish(command), *state)], wanted, str(command))


def _words(kind, payload):
    if kind == lifx.SET_WAVEFORM_OPTIONAL:
        return "%d in %d" % (payload[6] | payload[7] << 8, payload[10] | payload[11] << 8)
    ms = payload[2] | payload[3] << 8
    return ("on" if payload[0] else "off") + (" in %d" % ms if ms else "")


def test_commands_that_cannot_be_done_this_way_are_none():
    for command in ({"color": "red"}, {"effect": "flame"}, {"brightness": "bright"}, {"state": "maybe"}, {"brightness_step": 0}, {"brightness": True}):
        equal(lifx.wish(command), None, str(command))


def test_lamps_are_meant_by_their_word_however_it_is_encoded():
    rows = [{"to": to, "light": SERIAL[:11] + str(n), "address": "10.0.0.%d" % n} for n, to in enumerate(("label/Desk Lamp", "group/Hall", "group/Hall"))]
    fallback = lifx.parse("fallback", rows)
    equal([lamp.address for lamp in fallback.meant("label/Desk%20Lamp")], ["10.0.0.0"])
    equal([lamp.address for lamp in fallback.meant("label/Desk+Lamp")], [])
    equal(sorted(lamp.address for lamp in fallback.meant("group/Hall")), ["10.0.0.1", "10.0.0.2"])
    equal(len(fallback.meant("all")), 3)
    equal(fallback.meant("label/Porch"), [])


def test_fallback_that_is_wrong_is_told_with_its_place():
    good = {"to": "all", "light": SERIAL, "address": "192.168.1.77:1234"}
    equal(lifx.parse("fallback", [good]).meant("all")[0].port, 1234)
    for key, value, line in (
        ("to", "a/#", "fallback[0].to: is what stands between"),
        ("light", "d073", "fallback[0].light: takes the 12 hex digits"),
        ("light", "d073d500133x", "fallback[0].light: takes the 12 hex digits"),
        ("address", "lamp.local", "fallback[0].address: takes an address"),
        ("address", "1.2.3.4:x", "fallback[0].address: takes an address"),
        ("colour", 1, "fallback[0].colour: is not known here"),
    ):
        raises(Wrong, line, lifx.parse, "fallback", [dict(good, **{key: value})])
    raises(Wrong, "fallback[0].light: is missing", lifx.parse, "fallback", [{"to": "all", "address": "1.2.3.4"}])


def does(command, *bulbs, to="label/Desk Lamp"):
    """What `Lan.do` gives for a command to these bulbs."""

    async def both():
        rows = [{"to": "label/Desk Lamp", "light": bulb.serial.hex(), "address": "127.0.0.1:%d" % bulb.port} for bulb in bulbs]
        tasks = [asyncio.create_task(bulb.run()) for bulb in bulbs]
        try:
            return await Lan(lifx.parse("fallback", rows)).do(Action(to, command))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.sleep_ms(0)
            for bulb in bulbs:
                bulb.close()

    return asyncio.run(both())


def test_bulb_that_is_dark_is_lit_by_a_toggle_and_one_that_is_lit_put_out():
    bulb = Bulb(SERIAL)
    equal(does({"state": "TOGGLE"}, bulb), DONE)
    equal((bulb.power, [kind for kind, _ in bulb.heard]), (65535, [101, 117]))
    bulb = Bulb(SERIAL, power=65535)
    equal(does({"state": "TOGGLE"}, bulb), DONE)
    equal(bulb.power, 0)


def test_bulb_is_switched_without_being_asked():
    bulb = Bulb(SERIAL)
    equal(does({"state": "ON"}, bulb), DONE)
    equal([kind for kind, _ in bulb.heard], [117])


def test_bulb_is_dimmed():
    bulb = Bulb(SERIAL, power=65535)
    equal(does({"brightness_step_pct": -10}, bulb), DONE)
    equal(bulb.level, 26215)


def test_packets_that_are_lost_are_sent_again_and_toggle_once():
    for lost in (1, 2):
        bulb = Bulb(SERIAL)
        bulb.lost = lost
        equal(does({"state": "TOGGLE"}, bulb), DONE)
        equal((bulb.power, [kind for kind, _ in bulb.heard]), (65535, [101] * (lost + 1) + [117]))


def test_acknowledgements_that_are_lost_cannot_toggle_twice():
    bulb = Bulb(SERIAL)
    bulb.mute = True
    equal(does({"state": "TOGGLE", "transition": 1}, bulb), (False, {"state": "ON", "transition": 1}))
    equal((bulb.power, [kind for kind, _ in bulb.heard]), (65535, [101, 117, 117, 117]))


def test_steps_whose_acknowledgements_are_lost_are_left_as_the_level_they_lead_to():
    bulb = Bulb(SERIAL, power=65535)
    bulb.mute = True
    equal(does({"brightness_step_pct": -10}, bulb), (False, {"state": "ON", "brightness_pct": 40.0}))
    equal(bulb.level, 26215)


# What was given, (is on, brightness) that each lamp was told, how many there are -> what is left.
def test_what_is_left_for_the_broker_harms_no_lamp_that_has_it_already():
    on, off = (True, None), (False, None)
    for command, goals, lamps, wanted in (
        ({"state": "TOGGLE"}, [], 2, {"state": "TOGGLE"}),
        ({"state": "TOGGLE"}, [on], 2, {"state": "ON"}),
        ({"state": "toggle", "color": "red"}, [off, off], 2, {"state": "OFF", "color": "red"}),
        ({"state": "OFF"}, [off, off], 2, {"state": "OFF"}),
        ({"brightness": 20}, [(True, 0.08), (True, 0.08)], 2, {"brightness": 20}),
        ({"brightness_step": 51, "transition": 1}, [(True, 0.7)], 1, {"state": "ON", "brightness_pct": 70, "transition": 1}),
        ({"brightness_step_pct": -90}, [off], 1, {"state": "OFF"}),
        # One command cannot give each of them a level of its own.
        ({"brightness_step_pct": 10}, [(True, 0.7), (True, 0.4)], 2, None),
        ({"brightness_step_pct": 10}, [(True, 0.7)], 2, None),
        ({"brightness_step_pct": 10}, [], 2, {"brightness_step_pct": 10}),
    ):
        equal(lifx.left(command, goals, lamps), wanted, str((command, goals)))


def test_answers_among_garbage_are_found():
    bulb = Bulb(SERIAL)
    bulb.garbles = True
    equal(does({"state": "TOGGLE"}, bulb), DONE)
    equal(bulb.power, 65535)


def test_bulb_that_does_not_answer_is_no_success():
    bulb = Bulb(SERIAL)
    bulb.deaf = True
    equal(does({"state": "TOGGLE"}, bulb), (False, {"state": "TOGGLE"}))
    equal(len(bulb.heard), 3)


def test_where_nothing_listens_it_is_no_success():
    bulb = Bulb(SERIAL)
    bulb.close()
    rows = [{"to": "all", "light": SERIAL, "address": "127.0.0.1:%d" % bulb.port}]
    equal(asyncio.run(Lan(lifx.parse("fallback", rows)).do(Action("all", {"state": "ON"}))), (False, {"state": "ON"}))


def test_of_several_bulbs_a_toggle_puts_all_out_if_any_is_on():
    bulbs = Bulb(SERIAL, power=65535), Bulb("d073d5000002"), Bulb("d073d5000003")
    equal(does({"state": "TOGGLE"}, *bulbs), DONE)
    equal([bulb.power for bulb in bulbs], [0, 0, 0])


def test_of_several_bulbs_one_that_is_away_does_not_keep_the_others_from_it():
    bulbs = Bulb(SERIAL), Bulb("d073d5000002")
    bulbs[0].deaf = True
    equal(does({"brightness_pct": 100}, *bulbs), (True, {"brightness_pct": 100}))
    equal([(bulb.power, bulb.level) for bulb in bulbs], [(0, 32768), (65535, 65535)])


def test_what_is_not_named_or_cannot_be_done_asks_no_bulb():
    bulb = Bulb(SERIAL)
    equal(does({"color": "red"}, bulb), (False, {"color": "red"}))
    equal(does({"state": "ON"}, Bulb(SERIAL), to="label/Porch"), (False, {"state": "ON"}))
    true(not bulb.heard)
