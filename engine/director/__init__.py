"""The director: hears facts, gives orders, decides what is shown next. Pure: no thread, no clock, no device."""
