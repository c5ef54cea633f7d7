"""What the room keeps."""

from firsthand.plan.models.strategy import StrategyVersion

__all__ = ["StrategyVersion"]
