"""What one transaction costs the server, step by step: `python -m bench.transaction`."""
