"""Who wrote what: for each character of a draft, its author and its origin.

The editor sends edits; a `Ledger` replays them and owns the result. `share` counts
what is the leader's own, `seal` keeps what was approved so that a later change shows.
"""
