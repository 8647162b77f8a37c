"""Files in and out: guarded YAML, JSON Lines, the JSON of requests and answers."""
