"""ESP32-C6-DevKitC and boards like it."""

MODEL = "ESP32-C6"
BUTTON = 9
LED = None
LED_ON = 1
WAKE = (0, 1, 2, 3, 4, 5, 6, 7)
ADC = (0, 1, 2, 3, 4, 5, 6)
NO_PULL = ()
TAKEN = (12, 13, 24, 25, 26, 27, 28, 29, 30)
PINS = 31
