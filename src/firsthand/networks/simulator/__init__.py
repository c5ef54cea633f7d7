"""Networks that are not there: the demo leader, and servers that misbehave on purpose."""
