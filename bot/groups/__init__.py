"""Together: group chats, their settings, and what people buy in them."""
