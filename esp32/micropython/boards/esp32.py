"""ESP32-DevKitC and boards like it."""

MODEL = "ESP32"
# The button on the board itself, low when pressed.
BUTTON = 0
LED = 2
LED_ON = 1
# Those that can wake it from deep sleep.
WAKE = (0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 39)
# Those that measure a voltage while Wi-Fi is on; and those without pull resistors.
ADC = (32, 33, 34, 35, 36, 39)
NO_PULL = (34, 35, 36, 37, 38, 39)
# The flash and the serial line live there, and some numbers have no pin.
TAKEN = (1, 3, 6, 7, 8, 9, 10, 11, 20, 24, 28, 29, 30, 31)
PINS = 40
