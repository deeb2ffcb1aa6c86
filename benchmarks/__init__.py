"""One script a figure: ``python -m benchmarks.<name>``. What they mean: docs/benchmarks.md."""
