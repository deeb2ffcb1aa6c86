"""A Telegram and a Stripe for your laptop. Never imports ``bot``."""
