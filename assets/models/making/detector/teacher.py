"""YuNet, whose boxes and points are learned from. It is used here and ships nowhere."""

from pathlib import Path

import cv2
import numpy as np

from assets.models.making.detector.album import COLUMNS, Faces, no_faces
from assets.models.making.expression.mirrors import Bytes, Mirror

FAINT = 0.3
"""What the teacher believes in only this little is neither a face nor none."""


class Teacher:
    """Finds faces in pictures of any size."""

    def __init__(self, mirrors: Path, faint: float = FAINT) -> None:
        with Mirror(mirrors, "RuDr8A/RealTime-PPE-Compliance") as mirror:
            model = np.frombuffer(mirror.read("face_detection_yunet_2026may.onnx"), np.uint8)
        nothing = np.empty(0, np.uint8)
        self._net = cv2.FaceDetectorYN.create("onnx", model, nothing, (320, 320), faint, 0.3, 300)

    def faces(self, picture: Bytes) -> Faces:
        """Every face in a picture in colour, as an album keeps them."""
        self._net.setInputSize((picture.shape[1], picture.shape[0]))
        rows = self._net.detect(picture)[1]
        if rows is None:
            return no_faces()
        rows = rows[:, :COLUMNS].astype(np.float32)
        return rows[np.isfinite(rows).all(1) & (rows[:, 2:4] > 1).all(1)]
