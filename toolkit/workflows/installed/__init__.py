"""What is installed: samples, templates and schemas, and whether the machine is fit."""
