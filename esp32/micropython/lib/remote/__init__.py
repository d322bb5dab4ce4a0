"""What a board decides: words, times, payloads, settings. Nothing here imports a pin, a radio or a socket, and time is handed in."""

VERSION = "1.0.0"
