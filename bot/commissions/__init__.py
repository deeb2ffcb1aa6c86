"""What a group gets of the sales that begin in it, by agreement with a merchant."""
