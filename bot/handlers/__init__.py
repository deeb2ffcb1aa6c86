"""Door one: updates from Telegram. One package per feature."""
