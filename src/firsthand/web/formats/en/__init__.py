"""English for readers anywhere: days before months, hours to twenty-four."""
