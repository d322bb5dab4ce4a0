"""ESP32-S2-Saola and boards like it."""

MODEL = "ESP32-S2"
BUTTON = 0
LED = None
LED_ON = 1
WAKE = tuple(range(22))
ADC = tuple(range(1, 11))
NO_PULL = (46,)
TAKEN = (19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32)
PINS = 47
