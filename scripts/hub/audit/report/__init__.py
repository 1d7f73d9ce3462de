"""What an audit found, written down: for people (text, HTML) and for machines (EARL, SARIF, OpenACR)."""
