"""The promise: what somebody bought from one merchant, and how it is kept."""
