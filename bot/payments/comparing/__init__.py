"""Holding our books of charges, refunds and disputes against a gateway's own lists."""
