"""A light of three colours: what was written last stands in `shown`, by pin."""

shown = {}


class NeoPixel:
    def __init__(self, pin, count):
        self._pin = pin.number
        self._colours = [(0, 0, 0)] * count

    def __setitem__(self, place, colour):
        self._colours[place] = colour

    def write(self):
        shown[self._pin] = tuple(self._colours)
