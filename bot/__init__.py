"""Tuan: a shop that lives inside group chats."""
