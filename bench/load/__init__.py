"""Many players on real sockets, real rules and a real log: `python -m bench.load` (`make load`)."""
