"""Finding what is like a text among a million: features, their postings, and how to ask them.

A text's features are its words and its pairs of neighbouring words (in Chinese characters), as
32-bit numbers. Texts of one language are numbered by rising length and gathered in segments that
never change; a segment has for each feature the texts that have it. What is not yet in a segment
is compared one by one.
"""
