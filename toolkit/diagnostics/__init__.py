"""What we tell people: findings, their severities, and the catalogue that says them in Chinese."""

from toolkit.diagnostics.finding import Finding, Fix, Related, Severity

__all__ = ["Finding", "Fix", "Related", "Severity"]
