"""Should this leader be on the networks at all? A verdict from answers, an archive and a clock."""
