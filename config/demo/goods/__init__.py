"""What buyers of the demo shop's digital goods get."""
