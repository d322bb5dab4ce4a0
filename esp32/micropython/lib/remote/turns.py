"""From a rotary encoder's two contacts to steps. The contacts may bounce: a bounce goes one way and back, and adds up to nothing."""

# By the levels before and after, as bits a and b: a quarter to the right, where a goes before b, to the left, or nothing that can be told.
_QUARTERS = (0, -1, 1, 0, 1, 0, 0, -1, -1, 0, 0, 1, 0, 1, -1, 0)
# Detents that are so far apart, in ms, count one each; those that are so near count as many as they may.
_SLOW = 90
_FAST = 15


class Quadrature:
    """`detent`: how many changes of the contacts there are from one click of the knob to the next: 1, 2 or 4."""

    def __init__(self, detent, a=1, b=1):
        self._detent = detent
        self._levels = a << 1 | b
        self._quarters = 0

    def update(self, a, b):
        """Detents turned since the last call: 1 to the right, -1 to the left, mostly 0. Quick enough for an interrupt, and takes no memory."""
        levels = a << 1 | b
        if levels == self._levels:
            return 0
        self._quarters += _QUARTERS[self._levels << 2 | levels]
        self._levels = levels
        if self._quarters >= self._detent:
            self._quarters -= self._detent
            return 1
        if self._quarters <= -self._detent:
            self._quarters += self._detent
            return -1
        return 0


class Pace:
    """Steps, summed up: who turns quickly wants to go far. `most` is what one detent counts at the highest speed, 1 for never more."""

    def __init__(self, most=1, apart=100):
        self._most = most
        self._apart = apart
        self._sum = 0
        self._way = 0
        self._turned = None
        self._told = None

    def turned(self, way, now):
        """One detent: `way` is 1 or -1."""
        if way != self._way or self._turned is None:
            steps = 1
        else:
            gap = min(_SLOW, max(_FAST, now - self._turned))
            steps = 1 + (self._most - 1) * (_SLOW - gap) // (_SLOW - _FAST)
        self._way = way
        self._turned = now
        self._sum = max(-1000, min(1000, self._sum + way * steps))

    def due(self, now):
        """Steps to tell now, or 0: the first at once, then at most one sum in each `apart` ms."""
        if not self._sum or self._told is not None and now - self._told < self._apart:
            return 0
        steps, self._sum = self._sum, 0
        self._told = now
        return steps
