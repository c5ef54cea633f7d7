"""The demo leader: two invented years, the same for the same seed and the same last day."""

from firsthand.networks.simulator.demo.build import Demo, DemoLeader, build

__all__ = ["Demo", "DemoLeader", "build"]
