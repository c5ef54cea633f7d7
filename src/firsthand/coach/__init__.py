"""What a wise, kind, blunt adviser would say of a draft."""
