"""A real screen reader on the page: Orca, with a screen that nobody sees and a voice that nobody hears."""
