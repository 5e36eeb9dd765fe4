"""How `detector.onnx` is made: `README.md` beside this file says how to make it again."""
