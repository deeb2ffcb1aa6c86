"""Questions about products: finding, answering from what is known, asking the merchant."""
