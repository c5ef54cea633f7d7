"""One file a room: its views, and its addresses for `web.urls` to find."""
