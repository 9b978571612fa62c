"""What can be said without a translator: by rule, and from memories."""
