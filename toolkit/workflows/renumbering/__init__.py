"""Language versions renumbered by one plan, and the map from old numbers to new."""
