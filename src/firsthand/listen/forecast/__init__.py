"""Where a story goes: its expected size, whether it will double, and when it peaks.

    growth = Growth()
    growth.add(at)                       # the time of each post, as it comes
    answer = forecast(growth, now)       # None: too early to tell
    answer.expected, answer.low, answer.high, answer.doubles, answer.peak_at, answer.peaked
    whole = growth.merged(other)         # two stories that became one; `vars`-like state is plain

A log-linear model on the count and the recent rate, as G. Szabo and B. Huberman,
"Predicting the popularity of online content" (2010), with quantiles for the interval.
Weights: `model.json`, made by `tools/train_forecast.py`.
"""

from firsthand.listen.forecast.growth import Growth
from firsthand.listen.forecast.model import Forecast, forecast

__all__ = ["Forecast", "Growth", "forecast"]
