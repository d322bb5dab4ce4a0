"""Builds the board's parts and runs them."""

import asyncio

from ports import start

asyncio.run(start.run())
