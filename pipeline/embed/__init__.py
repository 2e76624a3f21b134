"""Texts into vectors: sentence-transformers for passages, ONNX Runtime for questions."""
