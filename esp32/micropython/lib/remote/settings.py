"""config.json, checked. What is wrong is told in one line with its place, and nothing is taken by halves."""

from remote.check import Wrong, at, flag, number, rows, table, text, whole

# Each kind of control and part is read by a module of its own, imported only where it is used.
KINDS = {
    "buttons": "buttons",
    "knobs": "knobs",
    "sensors": "sensors",
    "led": "led",
    "fallback": "lifx",
    "update": "update",
    "watchdog": "watchdog",
    "battery": "battery",
}
LISTS = ("buttons", "knobs", "sensors")
KEYS = ("name", "label", "area", "board", "wifi", "mqtt", "topics", "ntp", "keep", "telemetry") + tuple(KINDS)
# What may be wished for from afar: nothing that could cut the board off.
WISHES = ("label", "area", "keep", "telemetry", "buttons", "knobs", "sensors", "led", "fallback")


class Settings:
    """Fields are named as the keys of config.json; times are in ms."""


def parse(config):
    """Settings of what was in config.json; Wrong where it is not right."""
    table("", config, KEYS)
    settings = Settings()
    settings.name = _name("name", config.get("name"))
    settings.label = text("label", config.get("label", ""))
    settings.area = text("area", config.get("area", ""))
    settings.board = text("board", config.get("board", ""), 32)
    settings.ntp = text("ntp", config.get("ntp", "pool.ntp.org"), 128)
    # A press that found no broker is of use for so long, and then no more.
    settings.keep = int(1000 * number("keep", config.get("keep", 5), 0, 60))
    settings.telemetry = 1000 * whole("telemetry", config.get("telemetry", 60), 5, 86400)
    _wifi(settings, config.get("wifi", {}))
    _mqtt(settings, config.get("mqtt"))
    _topics(settings, config.get("topics", {}))
    for key, module in KINDS.items():
        setattr(settings, key, _kind(key, module, config[key]) if key in config else [] if key in LISTS else None)
    for key in ("buttons", "knobs"):
        _numbers(key, getattr(settings, key))
    return settings


def _kind(key, module, value):
    return getattr(__import__("remote." + module), module).parse(key, value)


def _numbers(key, controls):
    seen = []
    for place, control in enumerate(controls):
        if control.number in seen:
            raise Wrong(at(key, place), "has the number %d, as another one has" % control.number)
        seen.append(control.number)


def _name(where, value):
    if not isinstance(value, str) or not 1 <= len(value) <= 32 or any(not (c.isdigit() or c in "-_" or "a" <= c.lower() <= "z") for c in value):
        raise Wrong(where, "takes 1 to 32 letters, digits, - and _")
    return value


def _wifi(settings, value):
    table("wifi", value, ("ssid", "password", "address", "country"))
    settings.ssid = text("wifi.ssid", value.get("ssid", ""), 32)
    settings.wifi_password = text("wifi.password", value.get("password", ""), 64)
    if 0 < len(settings.wifi_password) < 8:
        raise Wrong("wifi.password", "has at least 8 characters, or none for a network without")
    settings.country = text("wifi.country", value.get("country", ""), 2)
    if settings.country and not (len(settings.country) == 2 and settings.country.isalpha() and settings.country.isupper()):
        raise Wrong("wifi.country", "takes two capital letters, such as DE")
    address = value.get("address")
    if address is not None:
        rows("wifi.address", address, 4)
        if len(address) != 4:
            raise Wrong("wifi.address", "takes four: address, mask, gateway, DNS")
        address = tuple(_dotted(at("wifi.address", place), each) for place, each in enumerate(address))
    settings.address = address


def _dotted(where, value):
    from remote.names import is_address

    if not isinstance(value, str) or not is_address(value):
        raise Wrong(where, "takes an address such as 192.168.1.5")
    return value


def _mqtt(settings, value):
    if value is None:
        raise Wrong("mqtt", "is missing: `board add` writes it")
    table("mqtt", value, ("host", "port", "tls", "ca", "username", "password", "keep_alive", "restart_after"))
    settings.host = text("mqtt.host", value.get("host"), 253, 1)
    settings.tls = flag("mqtt.tls", value.get("tls", True))
    settings.port = whole("mqtt.port", value.get("port", 8883 if settings.tls else 1883), 1, 65535)
    settings.ca = text("mqtt.ca", value.get("ca", "ca.der"), 64, 1) if settings.tls else None
    settings.username = text("mqtt.username", value.get("username", settings.name), 64, 1)
    settings.password = text("mqtt.password", value.get("password", ""), 128)
    # In seconds, as MQTT has it. A dead connection is found within it.
    settings.keep_alive = whole("mqtt.keep_alive", value.get("keep_alive", 30), 5, 3600)
    # Minutes without the broker until the board restarts, which frees what only a restart frees; 0: never.
    settings.restart_after = 60000 * whole("mqtt.restart_after", value.get("restart_after", 15), 0, 1440)


def _topics(settings, value):
    table("topics", value, ("base", "boards"))
    for key, usual in (("base", "lifx"), ("boards", "boards")):
        topic = text(at("topics", key), value.get(key, usual), 64, 1)
        if any(c in "+#" for c in topic) or topic[0] == "/" or topic[-1] == "/":
            raise Wrong(at("topics", key), "takes levels of a topic without + and #")
        setattr(settings, key if key == "base" else "boards", topic)


def wished(config, wishes):
    """config.json with what is wished for in the place of its own keys, and checked: (config, Settings)."""
    table("", wishes, KEYS)
    for key in wishes:
        if key not in WISHES:
            raise Wrong(key, "can be set in config.json only")
    both = dict(config)
    both.update(wishes)
    return both, parse(both)
