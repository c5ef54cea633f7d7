"""Which posts concern whom: a query language, its compiler, and a matcher for many queries."""
