"""A small Stripe: what a shop calls to look at charges, give money back and hear about it."""
