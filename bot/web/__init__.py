"""HTTP's door into the shop: Telegram's webhook, Stripe's, health and figures."""
