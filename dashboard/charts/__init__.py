"""What the page draws: each chart is rows(), figure() and picked()."""
