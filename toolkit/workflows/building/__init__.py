"""Drafts built from templates: the build, and whether a template is ready."""
