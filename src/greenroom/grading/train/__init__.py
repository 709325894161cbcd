"""Train what the grader learns: `python -m greenroom.grading.train`. Needs torch and onnx, which grading itself does not."""
