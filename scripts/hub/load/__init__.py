"""From the files of data/ to one catalogue, or to all the problems at once."""
