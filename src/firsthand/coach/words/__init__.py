"""Words that several checks need, one TOML file a subject."""
