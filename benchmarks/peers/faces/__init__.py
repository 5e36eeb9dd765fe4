"""
What the faces benchmark measures on, made from copies of public repositories.

`python -m benchmarks.peers.faces --from MIRRORS --to DIR` makes `DIR/photographs` (whole
photographs and where their faces are) and `DIR/peers` (other people's networks as ONNX).
MIRRORS holds a bare clone of each repository as `owner+name/repo`, as
`git clone --bare https://github.com/OWNER/NAME MIRRORS/OWNER+NAME/repo` makes it. Nothing of
it is part of the engine, and nothing of it is ours to hand on.
"""
