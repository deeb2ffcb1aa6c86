"""What the sandbox holds: people, chats, messages, files. Knows no HTTP and no methods."""
