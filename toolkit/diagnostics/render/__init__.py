"""Findings for people and for machines: text, JSON, SARIF, JUnit and an HTML report."""
