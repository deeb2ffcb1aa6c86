"""Buying together: a price for all once enough have joined, and money back if not."""
