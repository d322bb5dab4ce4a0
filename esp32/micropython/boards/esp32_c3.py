"""ESP32-C3-DevKitM, Super Mini and boards like them."""

MODEL = "ESP32-C3"
BUTTON = 9
LED = 8
LED_ON = 0
WAKE = (0, 1, 2, 3, 4, 5)
ADC = (0, 1, 2, 3, 4)
NO_PULL = ()
TAKEN = (11, 12, 13, 14, 15, 16, 17, 18, 19)
PINS = 22
