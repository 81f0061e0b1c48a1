"""Full-size charts by matplotlib, drawn from the same figures as the tables."""
