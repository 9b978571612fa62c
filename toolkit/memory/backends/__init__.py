"""What memories can be kept in, one module each; adding a kind is adding a file."""
