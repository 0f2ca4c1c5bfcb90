"""What machines are measured by: portable, so that both interpreters have the same one."""


def run(_: bytes) -> bytes:
    """A fixed piece of plain Python: 100,000 steps of integer work."""
    total = 0
    for i in range(100000):
        total = (total * 31 + i) & 0xFFFFF
    return bytes((total & 255,))
