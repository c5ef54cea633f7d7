"""People: questions that wait for the leader's answer, and voices with no tie to them yet.

people = People(handles)          # the leader's own handles, without @
people.add(posts)                 # everybody's and the leader's own posts, in order of time
people.waiting(now)               # [Waiting(id, author, text, at, age), …], the oldest first
people.voices()                   # [Voice(author, posts, last, samples), …], the loudest first
saved = people.state()            # bytes; People.load(saved) goes on from there

`conversations`: those worth joining. `manners`: whether a post really asks, thanks or
praises the one whom it seems to.
"""

from firsthand.listen.people.people import People, Voice, Waiting

__all__ = ["People", "Voice", "Waiting"]
