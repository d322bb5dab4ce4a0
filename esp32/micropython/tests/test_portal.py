"""The set-up page over real HTTP, and its answers to questions for names over real UDP."""

import asyncio
import json
import os
import random
import socket
import struct

import world
from expect import equal, has, raises, true
from ports.portal import Portal, password
from remote import http, portal
from remote.check import Wrong
from remote.percent import decoded
from remote.status import Status

CONFIG = {"name": "hall", "mqtt": {"host": "10.0.0.5", "password": "secret"}, "wifi": {"country": "DE"}}
PLACE = "portal.%s" % "".join("%02x" % byte for byte in os.urandom(4))


class Restarted(Exception):
    pass


def restart():
    raise Restarted()


def with_portal(script, lasts=60000):
    """Runs the portal in a folder with that config.json while the script plays; gives config.json afterwards and the status."""
    os.mkdir(PLACE)
    os.chdir(PLACE)
    try:
        with open("config.json", "w") as file:
            json.dump(CONFIG, file)
        status = Status(lambda line: None)
        asyncio.run(_both(script, status, lasts))
        with open("config.json") as file:
            return json.load(file), status
    finally:
        os.remove("config.json")
        os.chdir("..")
        os.rmdir(PLACE)


def free_port():
    """One that nobody listens on, whatever seeds and other runs there are."""
    while True:
        port = 20000 + struct.unpack("<H", os.urandom(2))[0] % 10000
        taken = []
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            tried = socket.socket(socket.AF_INET, kind)
            try:
                tried.bind(socket.getaddrinfo("127.0.0.1", port)[0][-1])
            except OSError:
                taken.append(kind)
            tried.close()
        if not taken:
            return port


async def _both(script, status, lasts):
    port = free_port()
    ended = []

    async def run():
        try:
            await Portal(status, port, port, restart, lasts).run()
        except Restarted:
            ended.append("restarted")
        else:
            ended.append("closed")

    task = asyncio.create_task(run())
    for _ in range(1000):
        if world.point:
            break
        await asyncio.sleep_ms(5)
    await asyncio.sleep_ms(20)
    try:
        await script(port, ended)
    finally:
        task.cancel()
        await asyncio.sleep_ms(0)


async def send(port, data):
    """A request as bytes; gives (status line, body), both None where nothing is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    await writer.drain()
    answer = b""
    while True:
        piece = await asyncio.wait_for_ms(reader.read(512), 10000)
        if not piece:
            break
        answer += piece
    writer.close()
    await writer.wait_closed()
    head, _, body = answer.decode().partition("\r\n\r\n")
    return head, body


async def get(port, path="/"):
    return await send(port, ("GET %s HTTP/1.1\r\nHost: phone\r\n\r\n" % path).encode())


async def submit(port, **fields):
    """A form as browsers send it."""
    body = "&".join("%s=%s" % (key, encoded(value)) for key, value in fields.items()).encode()
    head = "POST /wifi HTTP/1.1\r\nHost: phone\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(body)
    return await send(port, head.encode() + body)


def encoded(text):
    plain = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._"
    return "".join("+" if byte == 32 else chr(byte) if byte in plain else "%%%02X" % byte for byte in text.encode())


async def until(met):
    for _ in range(2000):
        if met():
            return
        await asyncio.sleep_ms(5)
    raise AssertionError("it does not come")


def test_page_names_the_networks_and_joining_one_keeps_it_and_restarts():
    async def script(port, ended):
        equal(world.point["ssid"], "lamplighter-hall")
        true(len(world.point["key"]) == 8 and world.point["security"] == 3)
        head, body = await get(port)
        has(head, "200 OK")
        has(body, '<option value="home">')
        head, body = await submit(port, ssid="home", password="longenough")
        has(body, "tries to join <b>home</b>")
        await until(lambda: ended)
        equal(ended, ["restarted"])

    config, _ = with_portal(script)
    equal(config, dict(CONFIG, wifi={"country": "DE", "ssid": "home", "password": "longenough"}))
    equal(world.point, {})


def test_network_names_of_any_kind_are_shown_and_joined_as_they_are():
    for name in ("Café & <Bar>", "100% +\"quoted\"'", "a=b&c=d;e", "\U0001f4a1 lamp", " spaces ", "x" * 32, "</datalist><script>"):
        world.air[:] = [(name.encode(), b"", 1, -50, 3, False), (b"\xff\xfe", b"", 1, -40, 3, False), (b"", b"", 1, -30, 3, True)]

        async def script(port, ended):
            _, body = await get(port)
            has(body, '<datalist id="seen"><option value="%s"></datalist>' % portal.escaped(name))
            true("<script>" not in body)
            await submit(port, ssid=name, password="p&ss=w+rd %")
            await until(lambda: ended)

        config, _ = with_portal(script)
        equal((config["wifi"]["ssid"], config["wifi"]["password"]), (name, "p&ss=w+rd %"))
    world.air.clear()


def test_wrong_password_is_told_on_the_page_and_keeps_nothing():
    world.link["password"] = "the right one"
    portal.JOINING = 100

    async def script(port, ended):
        await submit(port, ssid="home", password="a wrong one")
        for _ in range(400):
            body = (await get(port))[1]
            if "does not take the password" in body:
                break
            await asyncio.sleep_ms(10)
        has(body, "home: the access point does not take the password")
        has(body, 'value="home"')
        equal(ended, [])
        await submit(port, ssid="home", password="the right one")
        await until(lambda: ended)

    try:
        config, _ = with_portal(script)
    finally:
        del world.link["password"]
    equal(config["wifi"]["password"], "the right one")


def test_forms_that_cannot_be_right_are_told_and_change_nothing():
    async def script(port, ended):
        for fields, words in (
            ({"ssid": "", "password": "longenough"}, "has 1 to 32 bytes"),
            ({"password": "longenough"}, "has 1 to 32 bytes"),
            ({"ssid": "é" * 17, "password": "longenough"}, "has 1 to 32 bytes"),
            ({"ssid": "a\nb", "password": "longenough"}, "has 1 to 32 bytes"),
            ({"ssid": "home", "password": "short"}, "has 8 to 63 characters"),
            ({"ssid": "home", "password": "x" * 65}, "has 8 to 63 characters"),
        ):
            head, body = await submit(port, **fields)
            has(head, "400 Bad Request")
            has(body, words)
        head, body = await submit(port, ssid="home", password="x" * 5000)
        has(head, "413")
        equal(ended, [])

    equal(with_portal(script)[0], CONFIG)


def test_requests_that_are_none_do_no_harm():
    async def script(port, ended):
        for data in (
            b"\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
            b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
            b"GET / HTTP/1.1\r\nLong: " + b"x" * 4000 + b"\r\n\r\n",
            b"POST /wifi HTTP/1.1\r\n\r\n",
            b"POST /wifi HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        ):
            try:
                head, _ = await send(port, data)
                true("200 OK" not in head, data[:20])
            except OSError:
                pass  # cut off in the middle of what is too long
        has((await get(port))[0], "200 OK")
        equal(ended, [])

    with_portal(script)


def test_somebody_who_never_ends_the_request_does_not_keep_others_away():
    async def script(port, ended):
        slow = []
        for _ in range(3):
            slow.append(await asyncio.open_connection("127.0.0.1", port))
        for _, writer in slow:
            writer.write(b"GET / HT")
            await writer.drain()
        has((await get(port))[0], "200 OK")
        for _, writer in slow:
            writer.close()
            await writer.wait_closed()

    with_portal(script)


def test_phones_that_look_for_the_internet_are_led_to_the_page():
    async def script(port, ended):
        for path in ("/generate_204", "/hotspot-detect.html", "/connecttest.txt"):
            head, _ = await get(port, path)
            has(head, "302 Found")
            has(head, "Location: http://127.0.0.1/")

    with_portal(script)


def test_every_name_leads_to_the_board():
    async def script(port, ended):
        asking = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        asking.setblocking(False)
        asking.sendto(b"\x12\x34\x01\x00\x00\x01" + bytes(6) + b"\x05phone\x07example\x00\x00\x01\x00\x01", socket.getaddrinfo("127.0.0.1", port)[0][-1])
        answer = None
        for _ in range(400):
            try:
                answer = asking.recv(512)
                break
            except OSError:
                await asyncio.sleep_ms(5)
        asking.close()
        equal((answer[:2], answer[-4:]), (b"\x12\x34", b"\x7f\x00\x00\x01"))

    with_portal(script)


def test_access_point_closes_after_its_time_and_says_so():
    async def script(port, ended):
        await until(lambda: ended)
        equal((ended, world.point), (["closed"], {}))

    _, status = with_portal(script, lasts=200)
    equal(status.error, "setup-closed")


def test_password_of_the_access_point_stays_the_same_and_differs_between_boards():
    equal(password(CONFIG), password(dict(CONFIG)))
    true(password(CONFIG) != password(dict(CONFIG, name="desk")))
    true(len(password({})) == 8 and password(CONFIG).isdigit())


def test_questions_for_names_that_are_broken_or_of_other_kinds():
    good = b"\x12\x34\x01\x00\x00\x01" + bytes(6) + b"\x01a\x00\x00\x01\x00\x01"
    answer = portal.dns_answer(good, "192.168.4.1")
    equal(answer, b"\x12\x34\x81\x80\x00\x01\x00\x01" + bytes(4) + b"\x01a\x00\x00\x01\x00\x01" + b"\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x1e\x00\x04\xc0\xa8\x04\x01")
    equal(portal.dns_answer(good[:-3] + b"\x1c\x00\x01", "192.168.4.1"), b"\x12\x34\x81\x80\x00\x01" + bytes(6) + b"\x01a\x00\x00\x1c\x00\x01")
    for broken in (b"", good[:12], good[:-1], good[:12] + b"\xff" + good[13:], answer, b"\x12\x34\x01\x00\x00\x02" + good[6:]):
        equal(portal.dns_answer(broken, "192.168.4.1"), None, repr(broken))
    random.seed(5)
    for _ in range(500):
        portal.dns_answer(bytes(random.getrandbits(8) for _ in range(random.getrandbits(6))), "192.168.4.1")


def test_form_encoding_is_read_as_browsers_write_it():
    for text in ("a b", "+", "%", "&=;", "é", "\U0001f4a1", "100%", "%zz", "%4"):
        equal(http.form("x=1&y=" + encoded(text)), {"x": "1", "y": text})
    equal(http.form(""), {})
    equal(http.form("&&=x&a&b=1&b=2"), {"a": "", "b": "2"})
    equal(decoded("%zz%4%e9"), "%zz%4?")
    raises(Wrong, "has 1 to 32 bytes", portal.credentials, "ssid=" + "a" * 33)
    equal(portal.credentials("ssid=a+b&password="), ("a b", ""))
