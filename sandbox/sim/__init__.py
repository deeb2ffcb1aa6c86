"""The person's side: speaking, tapping, joining, looking; and the test bench."""
