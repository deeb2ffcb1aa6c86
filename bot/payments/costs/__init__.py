"""What charges cost: fees, shares, and money that banks take back."""
