"""What Telegram refuses although it fits the schema, each rule with Telegram's own words."""
