"""How rare a height is: peaks over a threshold, with a tail that admits how little it knows.

Source: Pickands (1975) and Davison & Smith (1990) for excesses over a threshold;
Hosking & Wallis (1987) for probability-weighted moments. The tail is made heavier
by the inverse of the number of peaks, as a predictive distribution is.
"""

from dataclasses import dataclass, field

#: Peaks kept: this many a day, over this many days at most.
PEAKS_A_DAY = 2.0
DAYS_KEPT = 60.0
FEWEST, LEAST_KEPT = 4, 5
#: The shape is drawn to this value with the weight of that many peaks.
SHAPE, SHAPE_WEIGHT = 0.25, 20.0
SHAPE_LOW, SHAPE_HIGH = 0.02, 0.9
DOUBT = 1.0


@dataclass(slots=True)
class Tail:
    """The peaks of one measure so far, and from them the return period of a height, in days."""

    gap_days: float
    peaks: list[tuple[float, float]] = field(default_factory=list)
    peak: float = 0.0
    peak_at: float = -1.0
    threshold: float | None = None
    scale: float = 1.0
    shape: float = SHAPE
    a_day: float = 1.0
    fresh: bool = False

    def days(self, height: float) -> float:
        """Say once in how many days such a height is expected; 0 when it is nothing special."""
        if self.threshold is None or height <= self.threshold:
            return 0.0
        beyond = (height - self.threshold) / self.scale
        return float((1 + self.shape * beyond) ** (1 / self.shape)) / self.a_day

    def learn(self, now: float, height: float) -> None:
        """Take in one height at `now` (days); what lies close in time is one peak."""
        if height <= 0:
            return
        if self.peak_at >= 0 and now - self.peak_at <= self.gap_days:
            if height > self.peak:
                self.peak, self.peak_at = height, now
            return
        if self.peak_at >= 0:
            self.peaks.append((self.peak_at, self.peak))
            self.fresh = True
        self.peak, self.peak_at = height, now

    def fit(self, now: float) -> None:
        """Fit the tail to the peaks kept, if there are new ones."""
        if not self.fresh:
            return
        self.fresh = False
        oldest = now - DAYS_KEPT
        self.peaks = [peak for peak in self.peaks if peak[0] >= oldest]
        heights = sorted(height for _, height in self.peaks)
        days = min(now, DAYS_KEPT)
        kept = min(len(heights) - 1, max(LEAST_KEPT, int(PEAKS_A_DAY * days)))
        if kept < FEWEST:
            return
        threshold = heights[-kept - 1]
        excesses = [height - threshold for height in heights[-kept:]]
        mean = sum(excesses) / kept
        if mean <= 0:
            return
        shape = (kept * _shape(excesses, mean) + SHAPE_WEIGHT * SHAPE) / (kept + SHAPE_WEIGHT)
        shape = min(max(shape, SHAPE_LOW), SHAPE_HIGH)
        self.threshold, self.scale = threshold, mean * (1 - shape)
        self.shape, self.a_day = shape + DOUBT / kept, kept / days


def _shape(excesses: list[float], mean: float) -> float:
    """Give the shape by probability-weighted moments; `excesses` are in rising order."""
    last = len(excesses) - 1
    weighted = sum(value * (1 - rank / last) for rank, value in enumerate(excesses))
    weighted /= len(excesses)
    spare = mean - 2 * weighted
    return 2 - mean / spare if spare > 1e-12 else SHAPE
