"""Pictures that an import names by their addresses: fetched, checked, and kept as our own."""
