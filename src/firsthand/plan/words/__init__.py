"""Words that say nothing of a subject, one list a language, one line a sort."""
