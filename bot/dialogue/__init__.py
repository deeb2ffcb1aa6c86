"""The door for talk: from a text to what is meant, and through rasa-sdk's actions to an answer."""
