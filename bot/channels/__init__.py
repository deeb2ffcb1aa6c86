"""Brands' channels and the people who follow them; its rooms are built in a later issue."""
