"""What we tell people: findings, their severities, and the catalogue that says them in Chinese."""

from toolkit.diagnostics.finding import Finding, Related, Severity

__all__ = ["Finding", "Related", "Severity"]
