"""The audit is a stranger: it judges a folder of HTML in a browser and knows nothing of how the folder was made."""
