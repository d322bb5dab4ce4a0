"""The page that asks for a Wi-Fi, and the answers to a phone that looks whether it is on the internet."""

import struct

from remote import http
from remote.check import Wrong

# The longest form that is read, bytes.
FORM = 1024
# How long the access point stays, and how long an attempt to join may take, ms.
OPEN = 300000
JOINING = 15000

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>%(name)s</title><style>body{font:1.1em sans-serif;max-width:24em;margin:1.5em auto;padding:0 1em}input,button{font:inherit;width:100%%;
box-sizing:border-box;margin:.3em 0 1em;padding:.5em}.wrong{color:#b00020}</style><h1>%(name)s</h1>%(said)s<form method="post" action="/wifi">
<label>Wi-Fi<input name="ssid" list="seen" maxlength="32" required value="%(ssid)s" autocapitalize="none" autocomplete="off"></label>
<datalist id="seen">%(seen)s</datalist><label>Password<input name="password" type="password" maxlength="64"></label>
<button>Join</button></form></html>"""
_TRYING = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>%(name)s</title><body style="font:1.1em sans-serif;max-width:24em;margin:1.5em auto;padding:0 1em"><h1>%(name)s</h1>
<p>The board tries to join <b>%(ssid)s</b>. When its own Wi-Fi goes away, it has worked. Is it still there after half a minute,
<a href="/">look why</a>.</html>"""


def escaped(text):
    """For HTML, between tags and in attributes."""
    for raw, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(raw, safe)
    return text


def page(name, seen, ssid="", said=""):
    """`seen`: names of the networks that are heard; `said`: why the last attempt failed."""
    return _PAGE % {
        "name": escaped(name),
        "seen": "".join('<option value="%s">' % escaped(each) for each in seen),
        "ssid": escaped(ssid),
        "said": '<p class="wrong">%s</p>' % escaped(said) if said else "",
    }


def trying(name, ssid):
    return _TRYING % {"name": escaped(name), "ssid": escaped(ssid)}


def credentials(body):
    """(network, password) of a form; Wrong where they cannot be right."""
    fields = http.form(body)
    ssid, password = fields.get("ssid", ""), fields.get("password", "")
    if not 1 <= len(ssid.encode()) <= 32 or any(ord(c) < 32 or ord(c) == 127 for c in ssid):
        raise Wrong("Wi-Fi", "its name has 1 to 32 bytes")
    if password and not 8 <= len(password.encode()) <= 64 or any(ord(c) < 32 or ord(c) == 127 for c in password):
        raise Wrong("Password", "has 8 to 63 characters, or none for a network without")
    return ssid, password


def names(scanned):
    """Of what `scan()` gives, the strongest first and each once; names that are no text are left out."""
    found = []
    for network in sorted(scanned, key=lambda each: -each[3]):
        try:
            name = network[0].decode()
        except UnicodeError:
            continue
        if name and name not in found:
            found.append(name)
    return found[:20]


def response(status, body="", more=""):
    data = body.encode()
    head = "HTTP/1.0 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\nCache-Control: no-store\r\n%s\r\n" % (status, len(data), more)
    return head.encode() + data


def elsewhere(address):
    """To whatever else is asked for, so that phones show the page by themselves."""
    return response("302 Found", more="Location: http://%s/\r\n" % address)


def dns_answer(query, address):
    """Every name is here. None for what is no question, or not about an address."""
    if len(query) < 17 or query[2] & 0xF8 or query[4:6] != b"\x00\x01":
        return None
    end = 12
    while end < len(query) and query[end]:
        end += query[end] + 1
    question = query[12 : end + 5]
    if len(question) != end + 5 - 12:
        return None
    head = query[:2] + b"\x81\x80\x00\x01"
    if question[-4:] != b"\x00\x01\x00\x01":
        return head + bytes(6) + question
    where = bytes(int(part) for part in address.split("."))
    return head + b"\x00\x01" + bytes(4) + question + b"\xc0\x0c\x00\x01\x00\x01" + struct.pack(">IH", 30, 4) + where
