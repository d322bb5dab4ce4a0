"""An access point of the board's own, for as long as no Wi-Fi is configured, with one page that asks for it. Nothing is kept before it works."""

import asyncio
import hashlib
import select
import socket

import network
from ports import heads
from ports.store import read, write
from remote import http, numbers, portal
from remote.check import Wrong
from remote.percent import utf8

# How long somebody may take to send a request, ms; and how many may do so at a time.
PATIENCE = 5000
MOST = 4
WPA2 = 3


async def run(status):
    await Portal(status).run()


def password(config):
    """Of the access point: eight digits that stay the same, so that they can be written on the board."""
    secret = "%s/%s" % (config.get("name", ""), config.get("mqtt", {}).get("password", ""))
    return "%08d" % (int.from_bytes(hashlib.sha256(secret.encode()).digest()[:6], "big") % 100000000)


class Portal:
    """`http_port` and `dns_port` are others only where these are taken; `restart` ends it all."""

    def __init__(self, status, http_port=80, dns_port=53, restart=None, lasts=portal.OPEN):
        self._status = status
        self._ports = http_port, dns_port
        self._restart = restart or _restart
        self._lasts = lasts
        self._config = read("config.json") or {}
        self._name = "lamplighter-" + self._config.get("name", "board")
        self._wanted = None
        self._said = ""
        self._ssid = ""
        self._busy = 0

    async def run(self):
        """Until a Wi-Fi lets it in, which restarts the board, or the time is over."""
        self._station = network.WLAN(network.STA_IF)
        self._station.active(True)
        # One that tries for ever by itself never says why it is not let in.
        self._station.config(reconnects=2)
        self._seen = self._heard()
        point = network.WLAN(network.AP_IF)
        point.active(True)
        point.config(ssid=self._name[:32], key=password(self._config), security=WPA2)
        self._address = point.ifconfig()[0]
        print("setup: Wi-Fi %s, password %s, page http://%s/, for %d minutes" % (self._name[:32], password(self._config), self._address, self._lasts // 60000))
        server = await asyncio.start_server(self._serve, "0.0.0.0", self._ports[0])
        names = asyncio.create_task(self._names())
        try:
            await self._wait()
        finally:
            names.cancel()
            server.close()
            await server.wait_closed()
            point.active(False)

    def _heard(self):
        """Names of networks; none where the radio cannot look, since they can be written, too."""
        try:
            return portal.names(self._station.scan())
        except (OSError, RuntimeError):
            return []

    async def _wait(self):
        left = self._lasts
        while left > 0:
            await asyncio.sleep_ms(50)
            left -= 50
            if self._wanted:
                wanted, self._wanted = self._wanted, None
                if await self._joins(*wanted):
                    self._keep(*wanted)
        self._status.wrong("setup-closed", "no Wi-Fi was given in time; switch the board off and on to be asked again")

    async def _joins(self, ssid, key):
        self._said, self._ssid = "", ssid
        try:
            self._station.disconnect()
            self._station.connect(ssid, key or None)
        except (OSError, RuntimeError) as error:
            self._said = "%s: the radio says %s" % (ssid, error)
            return False
        for _ in range(portal.JOINING // 50):
            await asyncio.sleep_ms(50)
            if self._station.isconnected():
                return True
        _, why = numbers.WIFI.get(self._station.status(), ("", "it did not answer in time"))
        self._said = "%s: %s" % (ssid, why)
        print("setup: " + self._said)
        self._station.disconnect()
        return False

    def _keep(self, ssid, key):
        self._config["wifi"] = dict(self._config.get("wifi", {}), ssid=ssid, password=key)
        write("config.json", self._config)
        print("setup: joined; restarts")
        self._restart()

    async def _serve(self, reader, writer):
        self._busy += 1
        try:
            if self._busy <= MOST:
                writer.write(await asyncio.wait_for_ms(self._answer(reader), PATIENCE))
                await writer.drain()
        except (OSError, asyncio.TimeoutError):
            pass
        except ValueError:
            await _refuse(writer)
        finally:
            self._busy -= 1
            writer.close()
            await writer.wait_closed()

    async def _answer(self, reader):
        words, fields = await heads.read(reader, PATIENCE)
        if words[:2] == ["GET", "/"]:
            return portal.response("200 OK", portal.page(self._name, self._seen, self._ssid, self._said))
        if words[:2] != ["POST", "/wifi"]:
            return portal.elsewhere(self._address)
        try:
            length = http.length(fields, portal.FORM)
        except ValueError as wrong:
            await _drop(reader)
            return portal.response("413 Content Too Large", portal.page(self._name, self._seen, said="The form %s" % wrong))
        try:
            self._wanted = portal.credentials(utf8(await reader.readexactly(length)))
        except Wrong as wrong:
            return portal.response("400 Bad Request", portal.page(self._name, self._seen, said=str(wrong)))
        except EOFError:
            raise ValueError("ends too early")
        return portal.response("200 OK", portal.trying(self._name, self._wanted[0]))

    async def _names(self):
        """Answers every question for a name with this board, so that phones find the page."""
        asked = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            asked.setblocking(False)
            asked.bind(socket.getaddrinfo("0.0.0.0", self._ports[1])[0][-1])
            poller = select.poll()
            poller.register(asked, select.POLLIN)
            while True:
                while poller.poll(0):
                    query, sender = asked.recvfrom(512)
                    answer = portal.dns_answer(query, self._address)
                    if answer:
                        asked.sendto(answer, sender)
                await asyncio.sleep_ms(20)
        except OSError as error:
            print("setup: names are not answered (%s); open http://%s/ by hand" % (error, self._address))
        finally:
            asked.close()


async def _refuse(writer):
    try:
        writer.write(portal.response("400 Bad Request"))
        await writer.drain()
    except OSError:
        pass  # who sends nonsense may be gone by now


async def _drop(reader):
    """Takes what still comes, up to a bound, since who is cut off while sending does not read the answer."""
    left = 16384
    try:
        while left > 0:
            piece = await asyncio.wait_for_ms(reader.read(512), 300)
            if not piece:
                return
            left -= len(piece)
    except asyncio.TimeoutError:
        pass


def _restart():
    import machine

    machine.reset()
