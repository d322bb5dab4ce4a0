"""Reads the head of an HTTP message from a stream."""

import asyncio

from remote import http


async def read(reader, patience):
    """First line, as words, and fields; ValueError where it is none or too long, TimeoutError after so many ms without an end."""
    return http.head(await asyncio.wait_for_ms(_lines(reader), patience))


async def _lines(reader):
    """Byte by byte: `readline` would go on, and take memory, for as long as somebody sends."""
    lines, line = [], b""
    for _ in range(http.HEAD):
        piece = await reader.read(1)
        if not piece:
            break
        if piece != b"\n":
            line += piece
            continue
        line = line.rstrip(b"\r")
        if not line:
            return lines
        lines.append(line)
        line = b""
    raise ValueError("is no HTTP")
