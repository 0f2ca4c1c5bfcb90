"""The wire: what a client and the platform say to each other. docs/protocol.md tells it whole."""
