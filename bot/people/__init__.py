"""Who: people, their language, their consent, and what they may do."""
