"""The driver of stock firmware, with what the world says in the place of the wire: `found` is temperature and humidity, or what is raised."""

found = [20.0, 50.0]


class DHT22:
    def __init__(self, pin):
        self._values = None

    def measure(self):
        if isinstance(found[0], Exception):
            raise found[0]
        self._values = tuple(found)

    def temperature(self):
        return self._values[0]

    def humidity(self):
        return self._values[1]


DHT11 = DHT22
