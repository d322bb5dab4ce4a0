"""`import diag` looks at one thing after the other on the way to the broker, and says what works and what does not.

diag.explain(-202) says what an error number of a board means; diag.run() looks once more.
"""

import asyncio
import time

from ports import heap, net
from ports.start import load
from ports.wifi import Wifi
from remote import errors, mqtt, numbers
from remote.check import Wrong
from remote.names import is_address
from remote.outbox import Outbox
from remote.session import Session

JOINING = 20000
# Below these much of what is tried fails, bytes.
LEAST_HEAP = 20000
LEAST_BLOCK = 17000


class Stop(Exception):
    """What comes after needs what has just failed."""


def explain(number):
    """What an error number means on an ESP32, such as explain(-202) or explain(113)."""
    print(numbers.meaning(number))


def run():
    # What the firmware was at when Ctrl-C ended it would go on beside.
    asyncio.new_event_loop()
    try:
        asyncio.run(_all())
        print("All is well.")
    except Stop as stop:
        print("FAILED  %s" % stop)
        return False
    return True


def _ok(what, words):
    print("ok      %-8s %s" % (what, words))


def _since(began):
    return "%d ms" % time.ticks_diff(time.ticks_ms(), began)


async def _all():
    _memory()
    settings = _settings()
    wifi = await _wifi(settings)
    _address(wifi)
    address = _lookup(settings)
    sock = await _tcp(settings, address)
    stream = await _secure(settings, sock)
    try:
        await _login(settings, wifi, stream)
        _memory()
    finally:
        await net.close(stream)


def _memory():
    told = heap.figures()
    if told["heap"] < LEAST_HEAP or told.get("idf_block", LEAST_BLOCK) < LEAST_BLOCK:
        raise Stop("memory   too little is free: %s; TLS needs 27000, 17000 of them in one piece. Restart the board" % heap.words())
    _ok("memory", "free: " + heap.words())


def _settings():
    try:
        settings = load()[1]
    except Wrong as wrong:
        raise Stop("settings config.json: %s" % wrong)
    if not settings.ssid:
        raise Stop("settings wifi.ssid: is empty, so the board cannot join")
    _ok("settings", "%s to %s:%d, %s" % (settings.name, settings.host, settings.port, "TLS" if settings.tls else "without TLS"))
    return settings


async def _wifi(settings):
    wifi = Wifi(settings)
    began = time.ticks_ms()
    if not wifi.joined():
        wifi.join()
    while not wifi.joined():
        if time.ticks_diff(time.ticks_ms(), began) > JOINING:
            known = numbers.WIFI.get(wifi.why(), ("wifi", "the access point does not answer (status %s)" % wifi.why()))
            raise Stop("Wi-Fi    %s" % known[1])
        await asyncio.sleep_ms(100)
    rssi = wifi.rssi()
    weak = ", which is weak: some messages will be late" if rssi is not None and rssi < -80 else ""
    _ok("Wi-Fi", "%s, %s dBm%s, %s" % (settings.ssid, rssi, weak, _since(began)))
    return wifi


def _address(wifi):
    address, mask, gateway, dns = wifi.address()
    if address == "0.0.0.0":
        raise Stop("address  the router gave none: is its DHCP on, or all its addresses taken?")
    _ok("address", "%s, mask %s, router %s, DNS %s" % (address, mask, gateway, dns if dns != "0.0.0.0" else "none"))


def _lookup(settings):
    host = settings.host
    if is_address(host):
        _ok("DNS", "not needed, %s is an address" % host)
        return host
    began = time.ticks_ms()
    try:
        address = net.look_up(host)
    except OSError as error:
        raise Stop("DNS      %s, after %s: %s" % (host, _since(began), errors.explain(error, errors.LOOKUP)[1]))
    _ok("DNS", "%s is %s, %s" % (host, address, _since(began)))
    return address


async def _tcp(settings, address):
    began = time.ticks_ms()
    try:
        sock = await net.connect(address, settings.port)
    except OSError as error:
        raise Stop("TCP      %s:%d: %s" % (address, settings.port, errors.explain(error, errors.TCP)[1]))
    _ok("TCP", "%s:%d, %s" % (address, settings.port, _since(began)))
    return sock


async def _secure(settings, sock):
    if not settings.tls:
        _ok("TLS", "not asked for (mqtt.tls is false)")
        return asyncio.StreamWriter(sock, {})
    try:
        return net.secure(sock, settings.ca, settings.host)
    except (OSError, ValueError) as error:
        raise Stop("TLS      %s" % _of_file(settings.ca, error))


def _of_file(name, error):
    if isinstance(error, OSError) and error.args[0] == 2:
        return "%s is not on the board: copy it there" % name
    return errors.explain(error, errors.TLS)[1]


async def _login(settings, wifi, stream):
    session = Session(stream, time.ticks_ms, wifi.joined, Outbox(), None)
    step = errors.TLS if settings.tls else errors.LOGIN
    began = time.ticks_ms()
    try:
        # As another client than the board's own, so that one that is in is not thrown out; brokers tie rights to the user.
        await session.greet(mqtt.hello(settings.name + "-diag", settings.username, settings.password, 30))
        if settings.tls:
            _ok("TLS", "%s %s, %s; free: %s" % (net.suite(stream) + (_since(began), heap.words())))
        step = errors.LOGIN
        await session.login(30)
        await session.leave()
    except Exception as error:
        raise Stop("%-8s %s" % ("TLS" if step == errors.TLS else "login", errors.explain(error, step)[1]))
    _ok("login", "as %s, %s" % (settings.username, _since(began)))


run()
