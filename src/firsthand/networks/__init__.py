"""The networks: archives, connectors, the guarded client."""
