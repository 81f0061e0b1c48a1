"""The steps from each schema to the next, one module each, found by their numbers.

``m0003_focus`` brings a file of schema 2 to schema 3 by its ``upgrade(op)``.
A file's ``user_version`` says which it has, so Alembic's own table is not
needed. Importing a revision imports Alembic: only ``migrating`` does it, and
only for a file that is older than the program. A released revision is never
edited.
"""
