"""Money held on a hosted page, and captured or let go later."""
