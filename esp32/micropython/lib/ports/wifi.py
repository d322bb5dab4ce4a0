"""Wi-Fi as a station."""

import binascii

import network


class Wifi:
    """`hint` is what `seen()` gave at another time: with it no scan is needed."""

    def __init__(self, settings, hint=None):
        self._settings = settings
        self._hint = hint
        if settings.country:
            network.country(settings.country)
        network.hostname(settings.name)
        self._wlan = network.WLAN(network.STA_IF)
        self._wlan.active(True)
        if settings.address:
            self._wlan.ifconfig(settings.address)
        # A press shall not wait for the radio to wake. One that tries for ever by itself never says why it is not let in.
        self._wlan.config(pm=network.WLAN.PM_NONE, reconnects=2)

    def join(self):
        """Begins to join; anew where it had begun."""
        try:
            self._wlan.disconnect()
        except OSError:
            pass
        more = {}
        if self._hint:
            more["bssid"] = binascii.unhexlify(self._hint[0])
            self._channel(self._hint[1])
            self._hint = None
        self._wlan.connect(self._settings.ssid, self._settings.wifi_password or None, **more)

    def _channel(self, channel):
        try:
            self._wlan.config(channel=channel)
        except (OSError, RuntimeError, ValueError):
            pass  # some firmware sets it for access points only; it then scans

    def joined(self):
        return self._wlan.isconnected()

    def why(self):
        """What keeps it out, by ESP32's number (remote.numbers.WIFI), or whatever else it says."""
        return self._wlan.status()

    def rssi(self):
        """dBm, or None."""
        try:
            return self._wlan.status("rssi")
        except (OSError, RuntimeError, ValueError):
            return None

    def mac(self):
        return binascii.hexlify(self._wlan.config("mac"), ":").decode()

    def address(self):
        """Address, mask, gateway, DNS."""
        return self._wlan.ifconfig()

    def use_address(self, address):
        self._wlan.ifconfig(address)

    def seen(self):
        """Scans, which takes seconds: the strongest access point of the network as (BSSID in hex, channel), or None."""
        try:
            # In bytes, since the neighbours' names may be no text.
            known = [each for each in self._wlan.scan() if each[0] == self._settings.ssid.encode()]
        except (OSError, RuntimeError):
            return None
        known.sort(key=lambda each: -each[3])
        return (binascii.hexlify(known[0][1]).decode(), known[0][2]) if known else None
