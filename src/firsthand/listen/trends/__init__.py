"""Trends: words, hashtags and links that rise against their own past, grouped into subjects.

trends = Trends()
trends.add(posts)                 # posts of one community or watch, in the order of time
trends.rising(now)                # [Subject(terms, p, posts, voices, started, samples), …]
saved = trends.state()            # bytes; Trends.load(saved) goes on from there
"""

from firsthand.listen.trends.trends import Subject, Trends

__all__ = ["Subject", "Trends"]
