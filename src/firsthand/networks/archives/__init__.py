"""Reading what a network gives a person of their own past."""
