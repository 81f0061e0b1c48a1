"""What the file holds, set out for reading: tables, findings, words for numbers."""
