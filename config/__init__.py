"""Settings, and the demo shop."""
