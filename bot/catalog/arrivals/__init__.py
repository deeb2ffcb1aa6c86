"""Files that merchants send: fetched from Telegram between transactions, never inside one."""
