"""Where the board is touched: the only files that import machine, network, esp32, socket and tls."""
