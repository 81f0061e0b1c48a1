"""Workbooks made from the file, written whole or not at all."""
