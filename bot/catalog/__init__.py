"""What is sold: merchants, products, variants, prices, stock, and how they come in and go out."""
