"""Finding products: an index in the shop's own database, a ranker of ours, and a speller."""
