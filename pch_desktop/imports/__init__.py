"""Reading files from elsewhere into a plan, which shows what it would change."""
