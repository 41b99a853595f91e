"""After step 7, before printing: every finished PDF is looked at as a printer and a reader would."""
