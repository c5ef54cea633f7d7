"""`firsthand analyse KIND`: one filter a file."""
