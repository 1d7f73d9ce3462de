"""What the hub costs. It stands beside the program: nothing of it is needed to build a site."""
