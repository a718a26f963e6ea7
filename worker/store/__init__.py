"""What is remembered: tables, migrations, one module per noun, and the duties that are due."""
