"""Memories in a database: one schema and one way of asking, for SQLite and for PostgreSQL."""
