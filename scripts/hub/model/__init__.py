"""What the hub stores: frozen models of the facts, of the words, and of the whole catalogue."""
