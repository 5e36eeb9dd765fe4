"""A training can be broken off anywhere, and what is exported is what was trained."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `training`")

from assets.models.making.expression import augment, calibrate, export, net, train  # noqa: E402
from assets.models.making.expression.pictures import Pictures  # noqa: E402


def sources(n=40):
    drawing = np.random.default_rng(2)
    label = drawing.integers(0, 8, n)
    held = Pictures(
        drawing.integers(0, 255, (n, 96, 96), dtype=np.uint8),
        np.eye(8, dtype=np.float32)[label],
        label % 7,
        np.ones(n, np.float32),
        label,
    )
    return {name: train.Source(held, 0.3) for name in train.SHARES}


@pytest.fixture
def small(monkeypatch):
    """Small batches: the arithmetic is the same."""
    monkeypatch.setattr(train, "SHARES", {"ferplus": 6, "muxspace": 2, "nothing": 2})
    torch.set_num_threads(1)


def test_a_training_taken_up_again_goes_on_as_if_nothing_had_been(small, tmp_path):
    """To the last digit: the drawing of pictures is saved too."""
    held = sources()
    whole = train.Training(2, 7)
    losses = [whole.learn(held) for _ in range(4)]
    first = train.Training(2, 7)
    broken = [first.learn(held) for _ in range(2)]
    first.save(tmp_path / "checkpoint.pt")
    again = train.Training(2, 99)
    again.take_up(tmp_path / "checkpoint.pt")

    broken += [again.learn(held) for _ in range(2)]

    assert broken == pytest.approx(losses, abs=1e-5)


def test_a_training_is_finished_in_a_second_stretch_and_taken_up_within_it(
    small, tmp_path, monkeypatch
):
    """Strong changes first; then pictures as films show them, in smaller steps anew."""
    monkeypatch.setattr(train, "STEPS", 2)
    held = sources()
    whole = train.Training(1, 7, finish=2)
    learned = [(whole.way, whole.learn(held)) for _ in range(6)]
    first = train.Training(1, 7, finish=2)
    for _ in range(3):
        first.learn(held)
    first.save(tmp_path / "checkpoint.pt")
    again = train.Training(1, 99, finish=2)
    again.take_up(tmp_path / "checkpoint.pt")

    losses = [again.learn(held) for _ in range(3)]

    assert [way for way, _ in learned] == [train.LEARNING] * 2 + [train.FINISHING] * 4
    assert losses == pytest.approx([loss for _, loss in learned[3:]], abs=1e-5)
    assert whole.done
    assert again.done


def test_a_gently_changed_face_is_nearer_to_what_it_was():
    """Half of the finishing would be wasted if gentle were as strong."""
    change = augment.Augment(torch.Generator().manual_seed(1))
    wide = torch.nn.functional.interpolate(torch.rand(200, 1, 12, 12) * 255, size=96)
    middle = wide[:, :, 24:72, 24:72]

    gently, strongly = (
        float((change(wide.clone(), 48, gentle) - middle).abs().mean()) for gentle in (1.0, 0.0)
    )

    assert gently < 0.9 * strongly


def test_rare_expressions_are_drawn_oftener():
    """Nine neutral faces and one angry one."""
    label = np.array([0] * 9 + [4])

    assert train.odds(label, 0.0).tolist() == [1.0] * 10
    assert train.odds(label, 1.0)[9] == pytest.approx(9 * train.odds(label, 1.0)[0])


def test_changed_faces_keep_their_shape():
    """Whatever light falls on them, in every size that is trained at."""
    change = augment.Augment(torch.Generator().manual_seed(1))
    wide = torch.rand(32, 1, 96, 96) * 255

    for _, side in train.SIDES:
        seen = change(wide.clone(), side)
        assert seen.shape == (32, 1, side, side)
        assert float(seen.min()) >= 0
        assert float(seen.max()) <= 255


def test_an_overconfident_network_is_told_to_be_modest():
    """Right in two thirds of the answers, sure of all: its logits are made smaller."""
    said = torch.zeros(300, 8)
    said[:, 0] = 9.0
    label = np.array([0, 0, 1] * 100)

    sharp = calibrate.sharpness(said, label)

    shares = (said * sharp).softmax(1)
    assert float(shares[0, 0]) == pytest.approx(2 / 3, abs=0.15)
    assert sharp < 0.5


def test_a_blend_leans_by_every_label_and_is_as_sure_as_people_were_right():
    """Labels that nobody shares make it turn, and do not make it unsure."""
    drawing = torch.Generator().manual_seed(5)
    truth = torch.randint(0, 7, (600,), generator=drawing)
    said = torch.randn(600, 17, generator=drawing)
    said[torch.arange(600), truth] += 4.0
    said[torch.arange(600), 8 + truth] += 4.0
    seen = ((said, truth.numpy(), 0.0),)
    strange = np.random.default_rng(5).integers(0, 7, 600)
    parts, lean = calibrate.blended((*seen, (said, strange, 0.0)))

    (first, second), surer = calibrate.modest(parts, lean, seen)

    assert first / second == pytest.approx(float(parts[0] / parts[1]), rel=1e-4)
    assert first > float(parts[0])
    mixed = said[:, net.FERPLUS] * first + said[:, net.ORIGINAL] * second + torch.tensor(surer)
    sure, named = mixed.softmax(1).max(1)
    assert float(sure.mean()) == pytest.approx(float((named == truth).float().mean()), abs=0.04)


def test_the_exported_file_answers_as_its_network(tmp_path):
    """Calibration and all: OpenCV runs a wrong graph without a word."""
    pytest.importorskip("onnx", reason="exporting needs the extra `training`")
    torch.manual_seed(3)
    trained = net.ExpressionNet().eval()
    blend = calibrate.Blend(1.3, (0.2,) * 7 + (-0.2,), 0.8, (0.6, 0.4), (0.1,) * 8)
    shipped = export.Shipped(trained, blend).eval()
    faces = torch.randn(2, 1, 48, 48)

    with torch.no_grad():
        said, answers = trained(faces), shipped(faces)
    export.write(shipped, tmp_path / "x.onnx")

    assert export.apart(shipped, tmp_path / "x.onnx") < export.ALIKE
    lean = torch.tensor(blend.ferplus_lean)
    wanted = (1.3 * said[:, net.FERPLUS] + lean).softmax(1)
    assert torch.allclose(answers[:, :8], wanted, atol=1e-5)
    mixed = (0.6 * said[:, net.FERPLUS] + 0.4 * said[:, net.ORIGINAL] + 0.1).softmax(1)
    assert torch.allclose(answers[:, 16:24], mixed, atol=1e-5)
    assert torch.allclose(answers[:, 24], said[:, net.FACE].sigmoid(), atol=1e-5)
