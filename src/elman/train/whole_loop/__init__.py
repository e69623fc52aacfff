"""Training as one native call: forward, loss, backward, clipping and update, many steps at once."""
