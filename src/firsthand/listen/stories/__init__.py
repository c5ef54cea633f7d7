"""Stories: posts that say the same thing, grouped in one pass with bounded memory.

    stories = Stories(window=100_000)
    names = stories.add(posts)      # one name (a number) for each post, in order
    stories.joined                  # [(story, story it has become part of), …] of the last batch
    saved = stories.state()         # bytes; Stories.load(saved) goes on as if nothing had happened
    now = stories.absorb(saved)     # takes in the state of others: {their name: its name here}

A post joins the story whose terms are most like its own (cosine of centroids, with
inverse document frequencies of the window, as in Allan, Papka and Lavrenko, "On-line
new event detection and tracking", 1998), if it is more alike than posts are to stories
that have nothing to do with them. Reposts, quotes and posts of the same link join the
story of what they repeat. A batch that is much of what is remembered is looked at
again when it is complete, so that its early posts are judged with the knowledge of its
later ones; otherwise only posts that found no company are, a little later.
"""

from firsthand.listen.stories.stories import Stories, keys

__all__ = ["Stories", "keys"]
