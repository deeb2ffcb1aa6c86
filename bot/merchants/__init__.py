"""Who sells here: shops open and close, owners keep their own house, and connect their money."""
