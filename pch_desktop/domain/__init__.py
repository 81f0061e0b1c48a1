"""What is true of any locality: plain values and pure functions."""
