"""Documents checked; what is found is accepted, hung on as comments, or mended."""
