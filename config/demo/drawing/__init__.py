"""Draws the demo shop's pictures from curves and light; every line of them is ours."""
