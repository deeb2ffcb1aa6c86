"""The Bot API face: what any bot library speaks to."""
