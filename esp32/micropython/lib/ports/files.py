"""Folders and files of the flash."""

import hashlib
import os
from binascii import hexlify

PIECE = 512
_FOLDER = 0x4000


class Files:
    """`place` ends with a slash or is empty."""

    def __init__(self, place=""):
        self.place = place

    def exists(self, path):
        try:
            os.stat(self.place + path)
            return True
        except OSError:
            return False

    def names(self, path):
        try:
            return os.listdir(self.place + path)
        except OSError:
            return []

    def make_folders(self, path):
        """Those above a file."""
        parts = path.split("/")[:-1]
        for count in range(1, len(parts) + 1):
            folder = "/".join(parts[:count])
            if not self.exists(folder):
                os.mkdir(self.place + folder)

    def open(self, path):
        return open(self.place + path, "wb")

    def lines(self, path):
        """To be read one after the other."""
        return open(self.place + path)

    def rename(self, old, new):
        os.rename(self.place + old, self.place + new)

    def remove(self, path):
        """A file, or a folder with all that is in it; nothing where there is none."""
        try:
            is_folder = os.stat(self.place + path)[0] & _FOLDER
        except OSError:
            return
        if not is_folder:
            os.remove(self.place + path)
            return
        for name in os.listdir(self.place + path):
            self.remove(path + "/" + name)
        os.rmdir(self.place + path)

    def sha256(self, path):
        """In hex; None where there is no such file."""
        sum, piece = hashlib.sha256(), bytearray(PIECE)
        try:
            with open(self.place + path, "rb") as file:
                count = file.readinto(piece)
                while count:
                    sum.update(memoryview(piece)[:count])
                    count = file.readinto(piece)
        except OSError:
            return None
        return hexlify(sum.digest()).decode()

    def free(self):
        """Bytes."""
        found = os.statvfs(self.place or "/")
        return found[0] * found[3]
