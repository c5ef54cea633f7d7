"""From a stream of posts to signals with evidence."""
