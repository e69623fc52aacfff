"""What follows the layers in a step of training: pooling, the head, the loss, and the way back.

Shapes: B rows, T time steps, F features of the head, K scores.
"""

from __future__ import annotations

from elman.codegen.llvm.pointwise import BLOCK, PARTS, Equations
from elman.graph import Expr
from elman.graph.expression import make
from elman.runtime.coming import Factors
from elman.runtime.schedule import NOWHERE, Argument, At
from elman.train.whole_loop.losses import ClassLoss, PointwiseLoss
from elman.train.whole_loop.step_recording import StepRecording, substituted, symbol

__all__ = ["back_through_head", "pooled", "record_loss", "record_scores", "unpooled"]


def pooled(step: StepRecording, output: At) -> At:
    """Record the pooling of the output.

    Args:
        step: where it is recorded.
        output: of the last layer.

    Returns:
        The rows that the head sees.
    """
    network, T, B, F = step.network, step.T, step.B, step.F
    if network.pooling == "mean":
        sums, mean = step.room(B * F), step.room(B * F)
        step.add(step.common.column_sums, T, B * F, B * F, 0, output, sums)
        step.wait()
        _scale(step, B * F, sums, mean)
        return mean
    if network.pooling == "last":
        if step.layers[-1].layer.directions == 1:
            return step.buffer(f"state {len(step.layers) - 1} 0")
        return output + step.numbers((T - 1) * B * F)
    return output


def _scale(step: StepRecording, count: int, source: At, result: At) -> None:
    """Record a division by the number of time steps."""
    a, part = symbol("a"), symbol("part")
    equations = Equations(("a", "result"), ("part",), (("result", a * part),))
    places = {"a": source, "result": result, "part": step.buffer("1/T")}
    step.compute(equations, count, places)
    step.wait()


def record_scores(step: StepRecording, features: At) -> At:
    """Record the scores.

    Args:
        step: where they are recorded.
        features: the rows that the head sees.

    Returns:
        The scores.
    """
    network, rows, K, F = step.network, step.rows, step.K, step.F
    weight = step.parameter(network.head)
    panel = step.pack_right("head", weight, K, F, F, transposed=True)
    step.wait()
    logits = step.room(rows * K)
    bias = step.zeros if network.bias is None else step.parameter(network.bias)
    step.product((rows, F, K, F, 1, K), (features, panel, logits, bias))
    step.wait()
    return logits


def record_loss(step: StepRecording, loss: PointwiseLoss | ClassLoss, logits: At) -> At:
    """Record the loss, summed over all that counts, and its gradient.

    Args:
        step: where it is recorded.
        loss: of the scores.
        logits: the scores.

    Returns:
        The gradient of the scores.
    """
    rows, K = step.rows, step.K
    d_logits = step.room(rows * K)
    found, targets, scale = (step.buffer(name) for name in ("found", "targets", "scale"))
    if isinstance(loss, ClassLoss):
        of_rows = step.room(2 * rows)
        weights: Argument = 0 if loss.weight is None else step.buffer("class weights")
        places = (logits, targets, weights, 0, scale, d_logits, of_rows)
        step.add(step.around.cross_entropy, rows, K, loss.ignore_index, *places)
        step.wait()
        step.add(step.common.column_sums, rows, 2, 2, 0, of_rows, found)
        return d_logits
    total, gradient = _renamed(loss.value), _renamed(loss.gradient)
    arrays = ["p", "y", "d"]
    if step.shape.ragged and step.network.pooling == "every":
        mask = symbol("mask")
        total, gradient = total * mask, gradient * mask
        arrays.append("mask")
    places_of = {"p": logits, "y": targets, "d": d_logits, "scale": scale}
    places_of |= {"mask": step.buffer("mask")} if "mask" in arrays else {}
    equations = Equations(tuple(arrays), ("scale",), (("d", gradient),), total)
    partial = step.room(-(-rows * K // BLOCK) * PARTS)
    step.compute(equations, rows * K, places_of, partial)
    step.sum(-(-rows * K // BLOCK), partial, found)
    return d_logits


def back_through_head(step: StepRecording, features: At, d_logits: At) -> At:
    """Record the gradients of the head.

    Args:
        step: where they are recorded.
        features: the rows that the head saw.
        d_logits: the gradient of the scores.

    Returns:
        The gradient of these rows.
    """
    network, rows, K, F = step.network, step.rows, step.K, step.F
    step.wait()
    weight = step.pack_right("head again", step.parameter(network.head), F, K, F)
    if step.low_rank and network.head is not network.table:
        step.part(network.head, Factors("", 0, K, F, rows, d_logits, K, features, F))
    else:
        panel = step.pack_right("features", features, F, rows, F)
        step.wait()
        total, start = step.gradient(network.head), step.start(network.head)
        step.product((K, rows, F, 1, K, F), (d_logits, panel, total, start))
    if network.bias is not None:
        again = step.start(network.bias) == 0
        bias = step.gradient(network.bias)
        step.add(step.common.column_sums, rows, K, K, again, d_logits, bias)
    d_features = step.room(rows * F)
    step.wait()
    step.product((rows, K, F, K, 1, F), (d_logits, weight, d_features, step.zeros))
    step.wait()
    return d_features


def unpooled(step: StepRecording, d_features: At) -> tuple[At, tuple[int, int], At]:
    """Record the way back from the rows that the head saw to the output of the layers.

    Args:
        step: where it is recorded.
        d_features: the gradient of these rows.

    Returns:
        The gradient of the output, the numbers from step to step and from row to row of it, and the
        gradient of the first state at the end.
    """
    T, B, F = step.T, step.B, step.F
    if step.network.pooling == "every":
        return d_features, (B * F, F), NOWHERE
    if step.network.pooling == "mean":
        mean = step.room(B * F)
        _scale(step, B * F, d_features, mean)
        return mean, (0, F), NOWHERE
    if step.layers[-1].layer.directions == 1:
        return step.zeros, (0, 0), d_features
    whole = step.zeroed_room(T * B * F)
    step.copy(B, F, d_features, F, whole + step.numbers((T - 1) * B * F), F)
    step.wait()
    return whole, (B * F, F), NOWHERE


def _renamed(value: Expr) -> Expr:
    """Return equations of a loss with the scale of its gradient as a scalar of that name."""
    return substituted({"": value}, make("gradient", data="p"), symbol("scale"))[""]
