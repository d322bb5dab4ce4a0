"""What an error means and what helps: a word for telemetry and a sentence for people."""

import errno
from remote import mqtt
from remote.numbers import NEWLIB, meaning
from remote.session import Closed, LinkLost, Refused, Silent

# The steps on the way to the broker, in their order.
LOOKUP = "lookup"
TCP = "tcp"
TLS = "tls"
LOGIN = "login"
UP = "up"

_TLS_TEXTS = (
    ("does not match", "tls-name", "the certificate is not for this name or address: mqtt.host has to be one that it holds (broker.names adds one)"),
    ("starts in the future", "tls-clock", "the certificate is not valid yet: the board's clock is behind (ntp sets it)"),
    ("expired", "tls-expired", "the certificate has ended, or the board's clock is ahead: renew the broker's certificate"),
    ("trusted CA", "tls-ca", "the broker's certificate is of another authority: copy ca.der of this broker to the board"),
    ("invalid cert", "tls-ca", "ca.der is no certificate in DER: copy it again, as a binary file"),
)
_TLS_NUMBERS = {
    0x2700: "tls-ca",
    0x7680: "tls-ca",
    0x7280: "tls-closed",
    0x7780: "tls-versions",
    0x6E80: "tls-versions",
    0x7200: "tls-plain",
    0x7300: "tls-plain",
    0x7100: "tls-plain",
    0x7F00: "tls-memory",
    0x4E80: "tls-memory",
    0x3F80: "tls-memory",
    0x2880: "tls-memory",
}
_REFUSALS = {
    1: ("login", "the broker does not speak MQTT 3.1.1"),
    2: ("client-id", "the broker does not take the board's name as client id"),
    3: ("unavailable", "the broker runs but does not serve: look at its log"),
    4: ("login", "wrong user or password: copy the config.json that `board add` wrote"),
    5: ("not-allowed", "the broker knows the board and does not let it in: its rules and its log say why"),
}
_PLAIN = {
    "ECONNREFUSED": ("refused", "nothing listens there: the broker does not run, the port is another, or it listens on loopback only"),
    "EHOSTUNREACH": ("no-route", "no such machine in this network: it is off, its address is another, or it is in another network"),
    "ENETUNREACH": ("no-route", "the board has no address in a network yet"),
    "ENETDOWN": ("no-route", "the network is down"),
    "ETIMEDOUT": ("timeout", "no answer: a firewall, a wrong address, or a guest network that keeps its clients apart"),
    "ECONNABORTED": ("link-lost", "Wi-Fi went down under the open connection"),
    "ENOMEM": ("memory", "no memory left for the network"),
    "ENOBUFS": ("memory", "no memory left for the network"),
    "ENFILE": ("memory", "no socket left"),
    "ENOTCONN": ("reset", "the connection is gone"),
    "EPIPE": ("reset", "the connection is gone"),
    "EIO": ("reset", "the connection broke"),
}


def name(number):
    """The name of an error number as this board counts them; None where it has none."""
    return errno.errorcode.get(number) or NEWLIB.get(number)


def explain(error, step):
    """(word, sentence) for what an exception means at a step of the way to the broker."""
    if isinstance(error, Refused):
        return _REFUSALS.get(error.code, ("login", "the broker answered the login with %d" % error.code))
    if isinstance(error, Closed):
        return _closed(step)
    if isinstance(error, LinkLost):
        return _PLAIN["ECONNABORTED"]
    if isinstance(error, Silent):
        return "silent", "the broker took the connection and does not answer (%s)" % error.args[0]
    if isinstance(error, mqtt.Broken):
        return "not-mqtt", "what answers there speaks no MQTT (%s): is it the port with TLS, or another program's?" % error
    if isinstance(error, MemoryError):
        return "memory", "no memory left: free bytes stand in telemetry"
    if isinstance(error, OSError):
        return _os(error, step)
    return _text(str(error).strip())


def _closed(step):
    if step == LOGIN:
        return "closed", "the broker hung up at the login: is it the port with TLS? Its log says why"
    return "closed", "the broker hung up: it stopped, another client took the board's name, or it refused a topic; its log says why"


def _text(text):
    for mark, word, sentence in _TLS_TEXTS:
        if mark in text:
            return word, sentence
    return "unknown", text or "no word was said"


def _os(error, step):
    number = error.args[0] if error.args else 0
    if not isinstance(number, int):
        # The desktop's MicroPython says a failed lookup in text.
        return _lookup(-202) if step == LOOKUP else _text(str(number))
    if step == LOOKUP and number < 0:
        return _lookup(number)
    if number < -255:
        return _tls(number, error)
    known = name(number)
    if known == "ECONNRESET":
        return _reset(step)
    if known in _PLAIN:
        return _PLAIN[known]
    return "unknown", meaning(number)


def _lookup(number):
    return "name-lookup", "%s. Give mqtt.host as an address, or see that the router's DNS knows it" % meaning(number)


def _reset(step):
    if step == TCP:
        return _PLAIN["ECONNREFUSED"]
    if step == TLS:
        return "tls-closed", "the other side hung up in the handshake: is this the port without TLS? Its log says more"
    return "reset", "the other side cut the connection: the broker was restarted, or another client took the board's name"


def _tls(number, error):
    if len(error.args) > 1 and isinstance(error.args[1], str):
        word, sentence = _text(error.args[1])
        if word != "unknown":
            return word, sentence
    return _TLS_NUMBERS.get(-number & 0xFF80, "tls"), meaning(number)
