"""Daysheet: one folder about a working session, made into its microsite and its printed packets."""
