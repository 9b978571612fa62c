"""Files read and written: documents, their receipts, other formats."""
