"""Products that come as a file: read row by row, previewed, put on the shelf in batches."""
