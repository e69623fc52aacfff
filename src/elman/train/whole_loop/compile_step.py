"""Training compiled as a whole: many steps in one native call, on the same tensors as outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.autograd.graph import increment_version
from torch.optim import Optimizer

from elman.errors import SettingError
from elman.runtime.random_masks import keys
from elman.runtime.team import run
from elman.train.whole_loop.architecture import read
from elman.train.whole_loop.given import Given, arranged, require_states
from elman.train.whole_loop.losses import ClassLoss, Loss, read_loss
from elman.train.whole_loop.optimizer_state import prepare
from elman.train.whole_loop.parts import Architecture
from elman.train.whole_loop.step_recording import Clipping, StepShape, Trained
from elman.train.whole_loop.step_schedule import StepSchedule, record
from elman.train.whole_loop.update_rules import UpdateRule, update_rule

__all__ = ["CompiledStep", "Steps", "compile_step"]

KEPT = 16
"""Shapes of batches whose schedules and workspaces are kept; then the oldest goes."""

LINE = 64
"""Bytes that the workspace is aligned to."""

BeforeStep = Callable[[int], None]


class Steps(NamedTuple):
    """What came out of n steps of training.

    Args:
        losses: of each step, before its update, (n,), float64.
        hits: how many classes had the largest score, (n,), int64; zeros where there are no
            classes.
        outputs: what the network gave at the last step, before its update; of no meaning beyond the
            lengths of rows.
        norms: of the gradient over all parameters, before it is brought down to the norm, (n,),
            float64; None where it is not, for then nobody has formed it.
    """

    losses: Tensor
    hits: Tensor
    outputs: Tensor
    norms: Tensor | None


class CompiledStep:
    """Steps of training in one native call; made by `compile_step`.

    Args:
        model: what is trained; there is dropout while it is in training mode.
        network: what it is made of.
        loss: of its scores.
        optimizer: of its parameters.
        clipping: of their gradients.
        seed: of the masks of dropouts.

    Attributes:
        step: how many steps were done; the masks of the next one depend on it.
    """

    def __init__(
        self,
        model: nn.Module,
        network: Architecture,
        loss: Loss,
        optimizer: Optimizer,
        clipping: Clipping,
        seed: int,
    ) -> None:
        for name, limit in zip(("clip_value", "clip_norm"), clipping, strict=True):
            if limit is not None and not limit > 0:
                raise SettingError(f"{name} is {limit}; expected a number above 0, or None.")
        if isinstance(loss.kind, ClassLoss) and loss.kind.label_smoothing:
            raise SettingError(
                f"label_smoothing of the loss is {loss.kind.label_smoothing}, but the "
                "cross-entropy is compiled with the whole loop only without."
            )
        held = set()
        for group in optimizer.param_groups:
            update_rule(optimizer, group)
            held.update(group["params"])
        self._model, self._seed, self.step = model, seed, 0
        self._network, self._loss, self._optimizer = network, loss, optimizer
        self._clipping, self._dtype = clipping, network.head.dtype
        self._parameters = _parameters(network)
        if held.isdisjoint(self._parameters):
            raise SettingError(
                "the optimizer holds none of the model's parameters. Make it of model.parameters() "
                "after the model has been brought to its dtype and device."
            )
        self._recorded: dict[object, tuple[StepSchedule, Tensor]] = {}

    def __call__(self, inputs: Tensor, targets: Tensor, lengths: Tensor | None = None) -> Steps:
        """Run one step of training.

        Args:
            inputs: as the model takes them: (B, T) or (B, T, I), T before B if it is not
                batch-first.
            targets: as the loss takes them.
            lengths: real steps of each row, (B,); None if all T are.

        Returns:
            What came out, n = 1.

        Raises:
            SettingError: a tensor does not fit the model or the loss.
        """
        return self.steps(inputs[None], targets[None], None if lengths is None else lengths[None])

    def windows(self, series: Tensor, starts: Tensor, window: int) -> Steps:
        """Run a step of training on windows of one long series, the targets being what follows.

        Args:
            series: symbols (N,), or numbers (N, I), where what follows is all I of them.
            starts: where the windows of each step begin, (n, B).
            window: their length, T.

        Returns:
            What came out.

        Raises:
            SettingError: a window does not lie within the series, or does not fit the model.
        """
        last = len(series) - window - 1
        if starts.dim() != 2 or not starts.numel() or not 0 <= starts.min() <= starts.max() <= last:
            raise SettingError(
                f"the starts, of shape {tuple(starts.shape)}, must be numbers from 0 to {last} of "
                f"shape (n, B), for windows of {window} and what follows in a series of "
                f"{len(series)}."
            )
        rows = series[starts[..., None] + torch.arange(window + 1, device="cpu")]
        inputs = rows[:, :, :-1]
        every = self._network.pooling == "every"
        targets = rows[:, :, 1:] if every else rows[:, :, -1]
        if not self._network.batch_first:
            inputs = inputs.transpose(1, 2)
            targets = targets.transpose(1, 2) if every else targets
        return self.steps(inputs, targets)

    def steps(
        self,
        inputs: Tensor,
        targets: Tensor,
        lengths: Tensor | None = None,
        *,
        states: Sequence[Tensor] | None = None,
        carried: bool = False,
        before_step: BeforeStep | None = None,
    ) -> Steps:
        """Run one step of training for each of n batches, in their order.

        A loss that is no number shows in the result; the steps after it are of no use then.

        Args:
            inputs: n batches as the model takes one, stacked in a new first dimension.
            targets: of all batches, as the loss takes them, stacked likewise.
            lengths: real steps of each row, (n, B); None if all T are.
            states: of the cells, (L * D, B, size) each: where the first batch goes on from if
                states are carried; they are replaced by those after the last. Zero if not given.
            carried: whether each batch goes on from the states after the one before, without
                their gradient; otherwise each starts from zero.
            before_step: called with the number of each step, from 0, before the optimizer's
                settings for it are read, so that a schedule can change them. All calls come before
                the first step.

        Returns:
            Losses, hits and the last outputs.

        Raises:
            SettingError: a tensor does not fit the model or the loss.
        """
        given = arranged(self._network, self._loss, inputs, targets, lengths)
        n, T, B = given.inputs.shape[:3]
        if states is not None:
            require_states(self._network, states, B)
        done = prepare(self._optimizer)
        trained, rules = self._trained(done)
        shape = StepShape(T, B, lengths is not None, carried, torch.get_num_threads())
        schedule, room = self._schedule(shape, trained)
        found = torch.zeros(n, 3, dtype=self._dtype)
        moving = {**self._moving(given), "found": found, **self._settings(n, rules, before_step)}
        staying = {**self._staying(T, B, states), **self._weights(trained)}
        self._run(schedule, room, n, moving, staying)
        self._tell_of(trained, n)
        self.step += n
        losses = found[:, 0].double() * given.scale
        norms = None if self._clipping.norm is None else found[:, 2].double()
        outputs = self._outputs(schedule, room, T, B)
        return Steps(losses, found[:, 1].to(torch.int64), outputs, norms)

    def states(self, rows: int) -> list[Tensor]:
        """Return states of zeros, for a model of layers of one kind.

        Args:
            rows: B.

        Returns:
            Each state of the cells, (L * D, B, size).
        """
        stacks = [layer.stack for layer in self._network.layers]
        count = sum(stack.directions for stack in stacks)
        return [self._network.head.new_zeros(count, rows, n) for n in stacks[0].state_sizes]

    # what the schedule is given

    def _moving(self, given: Given) -> dict[str, Tensor]:
        """Return what has a part for each step."""
        # where nothing counts the loss is no number, but there is nothing to learn either
        scale = given.scale.nan_to_num(0.0, posinf=0.0).to(self._dtype)
        found = {"input": given.inputs, "targets": given.targets, "scale": scale}
        calls = sum(map(bool, self._network.dropouts))
        of_masks = keys(self._seed, self.step, len(given.inputs), calls)
        found |= {f"key {call}": key for call, key in enumerate(of_masks)}
        if given.lengths is not None:
            order = given.lengths.argsort(dim=1, descending=True, stable=True)
            found |= {"lengths": given.lengths, "order": order}
        return found if given.mask is None else {**found, "mask": given.mask}

    def _settings(
        self, n: int, rules: Mapping[int, tuple[UpdateRule, int]], before_step: BeforeStep | None
    ) -> dict[str, Tensor]:
        """Return the scalars of the updates, (n,) by name and group."""
        self._optimizer._opt_called = True  # type: ignore[attr-defined]  # a scheduler asks
        rows: list[list[float]] = []
        for step in range(n):
            if before_step is not None:
                before_step(step)
            row: list[float] = []
            for rule, done in rules.values():
                row += rule.scalars(done + step + 1).values()
            rows.append(row)
        names = [
            f"{name} {group}" for group, (rule, _) in rules.items() for name in rule.scalars(1)
        ]
        columns = torch.tensor(rows, dtype=self._dtype).T.contiguous()
        return dict(zip(names, columns, strict=True))

    def _staying(self, T: int, B: int, states: Sequence[Tensor] | None) -> dict[str, Tensor]:
        clipping, kind = self._clipping, self._loss.kind
        numbers = {"1/T": 1 / T, "limit": clipping.value or 0.0, "norm": clipping.norm or 0.0}
        found = {name: self._network.head.new_tensor(value) for name, value in numbers.items()}
        found["order"] = torch.arange(B, device="cpu")
        if isinstance(kind, ClassLoss) and kind.weight is not None:
            found["class weights"] = kind.weight.to(self._dtype).contiguous()
        for number, own in enumerate(self._states_of_layers(states, B)):
            found |= {f"state {number} {place}": state for place, state in enumerate(own)}
        return found

    def _states_of_layers(
        self, states: Sequence[Tensor] | None, rows: int
    ) -> Iterator[Sequence[Tensor]]:
        first = 0
        for layer in self._network.layers:
            stack = layer.stack
            if states is None:
                sizes = stack.state_sizes
                yield [self._network.head.new_zeros(stack.directions, rows, n) for n in sizes]
            else:
                yield [state[first : first + stack.directions] for state in states]
            first += stack.directions

    def _weights(self, trained: Sequence[Trained]) -> dict[str, Tensor]:
        found: dict[str, Tensor] = {}
        for number, one in enumerate(trained):
            found[f"w {number}"] = self._as_compiled(one.parameter, one.parameter)
            for name in one.rule.states if one.rule else ():
                state = self._optimizer.state[one.parameter][name]
                found[f"w {number} {name}"] = self._as_compiled(state, one.parameter)
        return found

    def _as_compiled(self, tensor: Tensor, parameter: Tensor) -> Tensor:
        """Return a tensor, if kernels made for the parameter as it was may work on it."""
        of_one_kind = tensor.dtype == self._dtype and tensor.device.type == "cpu"
        if not of_one_kind or tensor.shape != parameter.shape or not tensor.is_contiguous():
            raise SettingError(
                f"a weight, or what the optimizer keeps of it, is now {tuple(tensor.shape)} of "
                f"{tensor.dtype} on {tensor.device}; expected {tuple(parameter.shape)} of "
                f"{self._dtype} on the CPU, contiguous, as when the step was compiled: compile it "
                "anew."
            )
        return tensor

    # the run

    def _trained(
        self, done: Mapping[Tensor, int]
    ) -> tuple[list[Trained], dict[int, tuple[UpdateRule, int]]]:
        """Return how each parameter is updated, and the rule and the steps done of each group.

        A group is what has one rule and has done as many steps.
        """
        groups: dict[tuple[int, int], int] = {}
        rules: dict[int, tuple[UpdateRule, int]] = {}
        own: dict[Tensor, tuple[UpdateRule | None, int]] = {}
        for place, settings in enumerate(self._optimizer.param_groups):
            rule = update_rule(self._optimizer, settings)
            for weight in settings["params"]:
                if weight in done:
                    group = groups.setdefault((place, done[weight]), len(groups))
                    rules[group], own[weight] = (rule, done[weight]), (rule, group)
        trained = [Trained(weight, *own.get(weight, (None, -1))) for weight in self._parameters]
        used = {one.group for one in trained}
        return trained, {group: rule for group, rule in rules.items() if group in used}

    def _schedule(
        self, shape: StepShape, trained: Sequence[Trained]
    ) -> tuple[StepSchedule, Tensor]:
        """Return the schedule for a shape and these rules, and its workspace."""
        rules = [one.rule and tuple(one.rule.values.items()) for one in trained]
        frozen = [(one.group, one.parameter.requires_grad) for one in trained]
        training = self._model.training
        key = (shape, tuple(rules), tuple(frozen), training)
        if key not in self._recorded:
            network = self._network if training else self._network.without_dropout()
            schedule = record(network, self._loss.kind, trained, self._clipping, shape)
            room = torch.empty(schedule.room + LINE, dtype=torch.uint8, device="cpu")
            first = _aligned(room)
            for place, size in schedule.zeroed:
                room[first + place : first + place + size] = 0
            if len(self._recorded) >= KEPT:
                del self._recorded[next(iter(self._recorded))]
            self._recorded[key] = schedule, room
        return self._recorded[key]

    def _run(
        self,
        schedule: StepSchedule,
        room: Tensor,
        n: int,
        moving: Mapping[str, Tensor],
        staying: Mapping[str, Tensor],
    ) -> None:
        addresses, strides = [room.data_ptr() + _aligned(room)], [0]
        for name in schedule.buffers[1:]:
            tensor = moving[name] if name in moving else staying[name]
            addresses.append(tensor.data_ptr())
            strides.append(tensor.nbytes // n if name in moving else 0)
        run([(schedule.schedule, addresses)], schedule.threads, times=n, strides=strides)

    def _outputs(self, schedule: StepSchedule, room: Tensor, T: int, B: int) -> Tensor:
        network, every = self._network, self._network.pooling == "every"
        shape = [*([T, B] if every else [B]), network.head.shape[0]]
        first = _aligned(room) + schedule.logits
        size = torch.Size(shape).numel() * self._dtype.itemsize
        found = room[first : first + size].view(self._dtype).view(shape).clone()
        found = found.transpose(0, 1) if every and network.batch_first else found
        return found.squeeze(-1) if network.squeezed else found

    def _tell_of(self, trained: Sequence[Trained], steps: int) -> None:
        """Count the steps where torch does, and tell autograd what was changed in place."""
        for one in trained:
            if one.rule is None:
                continue
            state = self._optimizer.state.get(one.parameter, {})
            if one.rule.counts:
                state["step"] += steps
            increment_version([one.parameter, *(state[name] for name in one.rule.states)])


def compile_step(
    model: nn.Module,
    loss: object,
    optimizer: Optimizer,
    *,
    clip_norm: float | None = None,
    clip_value: float | None = None,
    seed: int = 0,
) -> CompiledStep:
    """Compile a step of training as a whole: forward, loss, backward, clipping and update.

    Parameters and the optimizer's state are the tensors that torch knows, changed in place: a
    `state_dict`, an ordinary step afterwards and whoever else holds them see what was done.

    Args:
        model: an input (embedding, one-hot or numbers), recurrent layers of any cells, the last
            step, every step or their mean, and a linear head, in an ordinary `forward`.
        loss: `CrossEntropyLoss`, `MSELoss`, `L1Loss`, `HuberLoss`, `SmoothL1Loss` or
            `BCEWithLogitsLoss` of torch, or the function of that name.
        optimizer: `SGD`, `RMSprop`, `Adam` or `AdamW` of torch, over parameters of the model.
        clip_norm: the gradient's norm over all parameters is brought down to this.
        clip_value: each number of the gradient is cut off at this, before `clip_norm`.
        seed: of the masks of dropouts, which depend on it, the number of the step and the place
            alone; those of `elman.nn` draw the same in a loop of one's own within
            `elman.runtime.random_masks.counted`, whereas torch's draw from torch's random numbers.

    Returns:
        What runs the steps.

    Raises:
        UserError: some part is none of these; the message names it and says why.

    Example:
        >>> import elman
        >>> class Forecast(nn.Module):
        ...     def __init__(self):
        ...         super().__init__()
        ...         self.rnn = elman.nn.GRU(1, 8, batch_first=True)
        ...         self.head = nn.Linear(8, 1)
        ...     def forward(self, x):
        ...         return self.head(self.rnn(x)[0][:, -1])
        >>> model = Forecast()
        >>> step = compile_step(model, nn.MSELoss(), torch.optim.Adam(model.parameters(), lr=0.01))
        >>> sine = torch.sin(torch.arange(200) * 0.2)[:, None]
        >>> found = step.windows(sine, torch.randint(150, (100, 16)), window=25)
        >>> bool(found.losses[-1] < found.losses[0])
        True
    """
    clipping = Clipping(clip_value, clip_norm)
    return CompiledStep(model, read(model), read_loss(loss), optimizer, clipping, seed)


def _parameters(network: Architecture) -> list[nn.Parameter]:
    """Return each parameter once, in the order in which they are used."""
    found = [] if network.table is None else [network.table]
    found += [weight for layer in network.layers for weight in layer.weights]
    found += [network.head] + ([] if network.bias is None else [network.bias])
    return list({id(weight): weight for weight in found}.values())


def _aligned(room: Tensor) -> int:
    """Return where in a workspace a line of the cache begins."""
    return -room.data_ptr() % LINE
