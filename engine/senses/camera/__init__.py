"""Where pictures come from: a webcam or a recorded file, and every way one can fail."""
