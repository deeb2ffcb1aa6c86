"""What the sandbox holds: people, chats, messages, files. Knows neither HTTP nor the Bot API's methods."""
