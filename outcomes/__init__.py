"""Enterprise outcomes of the SCORE pilot rounds: workbooks in, honest pictures out."""
