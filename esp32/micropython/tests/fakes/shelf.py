"""A real HTTP server on loopback with files in memory, and faults by name, by path: `missing`, `short`, `long`, `wrong`, `silent`, `babbles`."""

import asyncio


class Shelf:
    def __init__(self, files):
        self.files = files
        self.faults = {}
        self.asked = []
        self.port = None
        self._server = None

    async def open(self):
        for port in range(46900, 47100):
            try:
                self._server = await asyncio.start_server(self._serve, "127.0.0.1", port)
                self.port = port
                return
            except OSError:
                pass
        raise OSError("no port is free")

    async def close(self):
        self._server.close()
        await self._server.wait_closed()

    def url(self, path):
        return "http://127.0.0.1:%d/%s" % (self.port, path)

    async def _serve(self, reader, writer):
        try:
            path = (await reader.readline()).decode().split(" ")[1][1:]
            while (await reader.readline()).strip():
                pass
            self.asked.append(path)
            await self._answer(writer, path, self.faults.get(path), self.files.get(path))
        except OSError:
            pass
        finally:
            writer.close()
            await writer.wait_closed()

    async def _answer(self, writer, path, fault, data):
        if fault == "silent":
            await asyncio.sleep(30)
        if fault == "babbles":
            writer.write(b"\x00" * 5000)
        elif fault == "missing" or data is None:
            writer.write(b"HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        else:
            size = len(data) + (70000 if fault == "long" else 0)
            if fault == "wrong":
                data = b"\x00" + data[1:]
            writer.write(b"HTTP/1.0 200 OK\r\nServer: shelf\r\nContent-Length: %d\r\n\r\n" % size)
            writer.write(data[: len(data) // 2] if fault == "short" else data)
        await writer.drain()
