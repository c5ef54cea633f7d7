"""Made-up stand-ins for networks: what they would send, from a seed."""
