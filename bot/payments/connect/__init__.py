"""Merchants with a Stripe account of their own below the house's (Connect)."""
