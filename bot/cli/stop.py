class Stop(Exception):
    """The command cannot go on; its one sentence says why and what to do."""
