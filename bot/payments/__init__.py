"""Money: payments, refunds, and a ledger that always sums to zero."""
