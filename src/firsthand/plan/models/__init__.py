"""What the room keeps."""

from firsthand.plan.models.readiness import ArchiveReading, Assessment, ReadinessAnswers
from firsthand.plan.models.strategy import StrategyVersion

__all__ = ["ArchiveReading", "Assessment", "ReadinessAnswers", "StrategyVersion"]
